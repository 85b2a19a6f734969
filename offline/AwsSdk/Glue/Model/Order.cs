namespace Amazon.Glue.Model;

/// <summary>Order, a part of what Glue is asked or answers.</summary>
public partial class Order
{
    public string Column { get; set; }
    public int? SortOrder { get; set; }
}
