using System.Globalization;

namespace Recommender.Ranking.Trees;

/// <summary>Gathers faults, so that one message lists all.</summary>
internal sealed class SettingFaults
{
    private readonly List<string> _faults = [];

    /// <summary>Notes a fault unless the value is right.</summary>
    public void Unless(bool right, string name, object value, string rule)
    {
        if (!right)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {rule}."));
        }
    }

    /// <summary>Notes a fault.</summary>
    public void Add(string fault) => _faults.Add(fault);

    /// <summary>Throws one exception with all that was noted.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void ThrowIfAny(string of)
    {
        if (_faults.Count > 0)
        {
            throw new ArgumentException($"{of}: {string.Join(" ", _faults)}");
        }
    }
}
