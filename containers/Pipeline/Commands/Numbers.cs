using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Recommender.Pipeline.Commands;

/// <summary>Options that are whole numbers.</summary>
internal static class Numbers
{
    /// <summary>A parser of any whole number.</summary>
    /// <param name="name">The option.</param>
    /// <param name="wanted">What to write, as the fault says it.</param>
    public static Func<ArgumentResult, long> Whole(string name, string wanted) => result =>
    {
        var text = result.Tokens[0].Value;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            result.AddError($"{name} '{text}': write {wanted}");
        }

        return number;
    };

    /// <summary>An option whose fault says its bounds.</summary>
    /// <param name="name">What is typed.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number.</param>
    /// <param name="standard">The default, shown in the help; null where there is none.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="recursive">Whether the commands below take it too.</param>
    public static Option<int?> Between(string name, int least, int most, int? standard, string description, bool recursive = false)
    {
        var option = new Option<int?>(name)
        {
            HelpName = "N",
            Description = description,
            Recursive = recursive,
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
        if (standard is not null)
        {
            option.DefaultValueFactory = _ => standard;
        }

        return option;
    }
}
