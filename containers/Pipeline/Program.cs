using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;

using var signals = new StopSignals();
return await RecommenderProgram.RunAsync(args, Terminal.OfProcess(signals)).ConfigureAwait(false);
