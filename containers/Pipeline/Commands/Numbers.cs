using System.CommandLine;
using System.Globalization;

namespace Recommender.Pipeline.Commands;

/// <summary>Options that are whole numbers within bounds.</summary>
internal static class Numbers
{
    /// <summary>An option whose fault says its bounds.</summary>
    public static Option<int> Between(string name, int least, int most, Func<int> standard, Action<Option<int>> describe)
    {
        var option = new Option<int>(name)
        {
            HelpName = "N",
            DefaultValueFactory = _ => standard(),
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
                {
                    result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} '{text}': write a whole number from {least:N0} to {most:N0}"));
                }

                return number;
            },
        };
        describe(option);
        return option;
    }
}
