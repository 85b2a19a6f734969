namespace Recommender.Ingest.Generation;

/// <summary>A product in a user's repertoire: how much it is liked, its rhythm, and what happened so far.</summary>
internal struct HabitItem
{
    /// <summary>Product index.</summary>
    internal int Product;

    /// <summary>Relative rate of purchase while it is a habit.</summary>
    internal float Rate;

    /// <summary>The usual number of orders from one purchase to the next.</summary>
    internal float Interval;

    /// <summary>The order number after which the user has lost interest.</summary>
    internal float Ends;

    /// <summary>The order number of the last purchase.</summary>
    internal int Last;

    /// <summary>Orders with this product so far.</summary>
    internal int Count;
}
