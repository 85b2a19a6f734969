namespace Recommender.AwsEmulator.Athena;

/// <summary>What a statement does.</summary>
internal enum StatementKind
{
    /// <summary>SELECT, WITH, VALUES or TABLE.</summary>
    Select,

    /// <summary>INSERT INTO a table what a query yields.</summary>
    Insert,

    /// <summary>EXPLAIN of a query.</summary>
    Explain,

    /// <summary>SHOW TABLES.</summary>
    ShowTables,

    /// <summary>SHOW DATABASES or SHOW SCHEMAS.</summary>
    ShowDatabases,

    /// <summary>DESCRIBE of a table, or SHOW COLUMNS.</summary>
    Describe,
}
