namespace Recommender.Ingest.Generation;

/// <summary>One run: blocks of users are simulated in parallel and written in order; memory holds a few blocks only.</summary>
internal sealed class GeneratorRun(GeneratorOptions options, OutputFiles files, IProgress<GeneratorProgress>? progress)
{
    private const int UsersPerBlock = 256;

    private readonly int _threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
    private readonly Tally _tally = new();
    private long _orders;
    private long _prior;
    private long _train;

    internal GeneratorSummary Execute(CancellationToken cancellation)
    {
        var catalogue = CatalogueBuilder.Build(options.Seed, options.Products);
        cancellation.ThrowIfCancellationRequested();
        CatalogueWriter.Write(catalogue, files);
        WriteBlocks(catalogue, cancellation);
        return new GeneratorSummary
        {
            Users = options.Users,
            TrainUsers = _tally.TrainUsers,
            Orders = _orders,
            Lines = new Dictionary<string, long>
            {
                [InstacartFile.Aisles] = AisleTable.Aisles.Count,
                [InstacartFile.Departments] = DepartmentTable.Names.Count,
                [InstacartFile.Products] = options.Products,
                [InstacartFile.Orders] = _orders,
                [InstacartFile.Prior] = _prior,
                [InstacartFile.Train] = _train,
            },
            OrdersPerUser = _tally.OrdersPerUser,
            BasketSizes = _tally.BasketSizes,
            OrdersByDay = _tally.Days,
            OrdersByHour = _tally.Hours,
            GapDays = _tally.Gaps,
            PriorReorderShare = (double)_tally.PriorReordered / _prior,
            TrainReorderShare = _train == 0 ? 0 : (double)_tally.TrainReordered / _train,
        };
    }

    private void WriteBlocks(Catalogue catalogue, CancellationToken cancellation)
    {
        var orderFile = Begin(InstacartFile.Orders,
            "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order\n"u8);
        var priorFile = Begin(InstacartFile.Prior, "order_id,product_id,add_to_cart_order,reordered\n"u8);
        var trainFile = Begin(InstacartFile.Train, "order_id,product_id,add_to_cart_order,reordered\n"u8);
        var starts = OrdersBeforeBlocks(cancellation);
        var ids = new OrderIds(options.Seed, starts[^1]);
        var users = 0;
        using var pipeline = new OrderedPipeline<UserBlock>(_threads, () => new UserBlock(catalogue));
        pipeline.Run(
            starts.Length - 1,
            (block, index) => block.Generate(
                options.Seed, FirstUser(index), FirstUser(index + 1) - FirstUser(index), starts[index], ids, cancellation),
            block =>
            {
                block.Orders.CopyTo(orderFile);
                block.Prior.CopyTo(priorFile);
                block.Train.CopyTo(trainFile);
                _orders += block.Orders.Lines;
                _prior += block.Prior.Lines;
                _train += block.Train.Lines;
                _tally.Add(block.Tally);
                users += block.Users;
                progress?.Report(new GeneratorProgress(users, _orders + _prior + _train));
            },
            cancellation);
    }

    /// <summary>Positions of the blocks' first orders, and the number of all orders as the last element.</summary>
    private long[] OrdersBeforeBlocks(CancellationToken cancellation)
    {
        var blocks = (options.Users + UsersPerBlock - 1) / UsersPerBlock;
        var starts = new long[blocks + 1];
        for (var block = 0; block < blocks; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = 0;
            for (var user = FirstUser(block); user < FirstUser(block + 1); user++)
            {
                var random = SplitMix64.ForStream(options.Seed, (ulong)user);
                count += Shopper.DrawOrders(ref random);
            }

            starts[block + 1] = starts[block] + count;
        }

        return starts;
    }

    private int FirstUser(int block) => (int)Math.Min((long)block * UsersPerBlock, options.Users) + 1;

    private Stream Begin(string name, ReadOnlySpan<byte> header)
    {
        var stream = files.Create(name);
        stream.Write(header);
        return stream;
    }
}
