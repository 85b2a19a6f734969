namespace Recommender.AwsEmulator.Faults;

/// <summary>The faults that an emulator injects. Safe for concurrent use.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(FaultRule Rule, Countdown Left)> _rules = [];
    private readonly List<(QueryFault Fault, Countdown Left)> _queries = [];

    /// <summary>Adds a rule behind those that are there.</summary>
    public void Add(FaultRule rule)
    {
        lock (_lock)
        {
            _rules.Add((rule, new(rule.Skip, rule.Times)));
        }
    }

    /// <summary>Adds a fault of queries behind those that are there.</summary>
    public void Add(QueryFault fault)
    {
        lock (_lock)
        {
            _queries.Add((fault, new(fault.Skip, fault.Times)));
        }
    }

    /// <summary>Forgets all faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
            _queries.Clear();
            Happened = 0;
        }
    }

    /// <summary>How many faults have happened since the last <see cref="Clear"/>.</summary>
    public int Happened { get; private set; }

    /// <summary>Faults that were added and did not happen as often as asked.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
            {
                return _rules.Count(rule => rule.Left.Times > 0) + _queries.Count(query => query.Left.Times > 0);
            }
        }
    }

    /// <summary>What goes wrong with a request; counts it.</summary>
    /// <returns>Null where nothing does.</returns>
    internal FaultRule? Next(string service, string operation, string subject)
    {
        lock (_lock)
        {
            return Counted(_rules.Find(rule => rule.Left.Times > 0 && rule.Rule.Fits(service, operation, subject) && rule.Left.Strikes()).Rule);
        }
    }

    /// <summary>What goes wrong with a query; counts it.</summary>
    /// <param name="query">Its text.</param>
    /// <returns>Null where nothing does.</returns>
    internal QueryFault? NextQuery(string query)
    {
        lock (_lock)
        {
            return Counted(_queries.Find(fault => fault.Left.Times > 0 && (fault.Fault.Match is null || query.Contains(fault.Fault.Match, StringComparison.Ordinal)) && fault.Left.Strikes()).Fault);
        }
    }

    private T? Counted<T>(T? fault)
        where T : class
    {
        Happened += fault is null ? 0 : 1;
        return fault;
    }

    private sealed class Countdown(int skip, int times)
    {
        private int _skip = skip;

        public int Times { get; private set; } = times;

        public bool Strikes()
        {
            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            Times--;
            return true;
        }
    }
}
