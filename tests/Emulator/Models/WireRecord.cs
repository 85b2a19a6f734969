using Recommender.AwsEmulator.Http;

namespace Recommender.Emulator.Tests.Models;

/// <summary>What every test of the JSON services does at its end: all that went over the wire is held to the services' models.</summary>
public static class WireRecord
{
    /// <summary>Fails where a request that was answered, or an answer, is not as the model says. Does nothing where the models are not on this machine.</summary>
    public static void Check(IEnumerable<LoggedRequest> log)
    {
        if (ServiceModel.AreHere)
        {
            Assert.Empty(WireCheck.Faults(log));
        }
    }
}
