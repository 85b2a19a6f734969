namespace Recommender.Ingest.Generation;

/// <summary>Words that product names of one department are made of. All brands are invented.</summary>
internal sealed class Vocabulary(string qualities, string flavours, string units, bool inches = false)
{
    private const string BrandWords =
        "Alder & Oak;Aurelie;Bayside;Bella Terra;Big Sky;Birchwood;Blue Heron;Bright Morning;Brother Hof;" +
        "Cafe Soleil;Canyon Creek;Casa Lupita;Cedar Hollow;Chateau Clair;Clover Lane;Copper Kettle;Cottage Row;" +
        "Crane's;Daisy Fields;Doña Marta;Dr. Fennel;Eastport;Elm Street;Evergreen Table;Farmer Joan's;Fjord & Sea;" +
        "Four Winds;Foxglove;Full Moon;Garden Gate;Golden Acre;Good Harbor;Grandma Tilly's;Green Valley;Happy Hen;" +
        "Harvest Road;Hearth & Home;Hill Country;Honest Pantry;Iron Skillet;Ivy Cottage;Juniper;Kind Acres;" +
        "La Abuela;Lakeshore;Le Petit Pre;Lighthouse;Little Sprout;Lone Pine;Maple Hollow;Market Street;" +
        "Meadow Lark;Mesa Verde;Mill & Stone;Mountain Spring;Nana's;Noble Fork;North Shore;Nørrebro;Oak Barrel;" +
        "Old Mill;Olive Grove;Orchard House;Pacific Table;Paper Crane;Pine Ridge;Plain & Good;Prairie Star;" +
        "Pure Path;Quail Run;Red Barn;Redwood;River Bend;Rosa's;Rustic Crust;Saint Amand;Salt & Vine;Señor Pepe;" +
        "Seven Farms;Silver Lake;Simple Day;Smorby;Snowy Peak;Stone Bridge;Sugar Hill;Sunny Side;Sweet Clover;" +
        "Tall Grass;Three Sisters;Tierra Alta;Twin Rivers;Uber Fresh;Uncle Nate's;Valley View;Village Oven;" +
        "Vista Mar;Well & Good;Whole Hearth;Wild Thistle;Willow Farm;Windmill;Yellow Door;Zest & Co.";

    internal static readonly string[] Brands = BrandWords.Split(';');

    /// <summary>In the order of <see cref="DepartmentTable.Names"/>.</summary>
    internal static readonly IReadOnlyList<Vocabulary> Departments =
    [
        new("Organic;Gluten Free;Family Size;Classic;Low Fat;Vegan;Homestyle;Light;Natural", "Chicken;Vegetable;Three Cheese;Spinach;Vanilla Bean;Chocolate;Mango;Pepperoni;Black Bean;Mushroom;Strawberry;Jalapeno;Garlic;Sweet Potato;Dulce de Leche;Mint Chip", "oz;ct;pack", inches: true),
        new("Assorted;Classic;Small;Large;Deluxe;Everyday;Holiday", "Blue;Red;Silver;Striped;Vanilla;Floral;Garden;Midnight;Coral;Ivory", "ct;pack", inches: true),
        new("Organic;Whole Grain;Gluten Free;Thin Sliced;Homestyle;Artisan;Mini;Sprouted", "Cinnamon;Honey Wheat;Blueberry;Plain;Everything;Sesame;Oat Nut;Raisin;Rosemary;Potato;Flax;Chocolate;Jalapeno Cheddar;Creme Brûlée", "oz;ct;pack", inches: true),
        new("Organic;Baby;Fresh;Local;Bagged;Large;Small;Hothouse;Heirloom;Bunched", "Sweet;Red;Green;Golden;Yellow;Rainbow;Tuscan;Italian;Persian;Crisp;Tender;Mixed;Acai;Purple", "lb;oz;ct;bunch"),
        new("Reserve;Estate;Old Vine;Dry;Barrel Aged;Craft;Imported;Vintage", "California;Napa Valley;Sonoma Coast;Rhône;Rías Baixas;Columbia Valley;Mendoza;Marlborough;Citrus;Honey;Amber;Dark;Côtes", "ml;L;pack"),
        new("Organic;Authentic;Spicy;Mild;Traditional;Low Sodium;Gluten Free", "Ginger;Green Chile;Coconut;Sesame;Tamarind;Chipotle;Lemongrass;Garlic;Red Curry;Masala;Jalapeno;Ñora Pepper;Lime", "oz;ct;g"),
        new("Organic;Diet;Unsweetened;Decaffeinated;Low Calorie;100%;Natural;Cold Brewed", "Lemon;Lime;Berry;Peach;Ginger;Pomegranate;Mango;Vanilla;Grapefruit;Cherry;Hibiscus;French Roast;Acai;Coconut;Creme;Mint", "fl oz;ct;L;cans"),
        new("Grain Free;Natural;Indoor;Senior;Adult;Small Breed;Hairball", "Chicken;Salmon;Beef;Turkey;Tuna;Lamb;Whitefish;Duck;Liver;Sweet Potato;Purée of Trout", "oz;lb;ct"),
        new("Organic;Whole Wheat;Gluten Free;Bronze Cut;Instant;Traditional;Low Sodium", "Tomato Basil;Roasted Garlic;Four Cheese;Mushroom;Spicy;Herb;White Cheddar;Wild;Long Grain;Rosé;Porcini;Sweet Basil", "oz;lb;ct"),
        new("Organic;Raw;Unsulfured;Natural", "Golden;Whole;Sliced;Red;Long Grain;Rolled", "lb;oz"),
        new("Sensitive;Extra Strength;Daily;Gentle;Moisturizing;Natural;Travel Size;Maximum;Children's;Hypoallergenic", "Lavender;Mint;Coconut;Citrus;Unscented;Cherry;Aloe;Shea;Tea Tree;Berry;Vanilla;Rose Petal;Cucumber;Creme", "oz;ct;ml;tablets"),
        new("Organic;Natural;Boneless;Skinless;Uncured;Lean;Thick Cut;Antibiotic Free", "Applewood Smoked;Maple;Mild;Hot;Garlic;Black Pepper;Hickory;Honey;Sweet;Apple;Jalapeno;Herb", "oz;lb;ct"),
        new("Organic;Pure;Extra Virgin;Low Sodium;Gluten Free;Creamy;Unsweetened;Reduced Fat;Natural", "Garlic;Honey;Smoked;Roasted Red Pepper;Lemon;Sea Salt;Mild;Spicy;Chipotle;Vanilla;Dark Chocolate;Herb;Strawberry;Creme Fraîche;Jalapeno;Dijon", "oz;ct;fl oz", inches: true),
        new("Organic;Gluten Free;Low Sugar;Whole Grain;High Fiber;Crunchy;Protein", "Honey;Maple;Cinnamon;Blueberry;Vanilla Almond;Chocolate;Apple;Banana Nut;Strawberry;Pecan;Acai Berry;Brown Sugar", "oz;ct;packets"),
        new("Organic;No Salt Added;Low Sodium;Fire Roasted;Condensed;Hearty;Light", "Garlic;Basil;Spicy;Vegetable;Italian Herb;Cream of Mushroom;Green Chile;Southwest;Tuscan;Smoked;Jalapeno;in Water", "oz;ct;cans"),
        new("Organic;Nonfat;Lowfat;Lactose Free;Whole Milk;Grass Fed;Unsweetened;Light;Grade A;Pasture Raised", "Vanilla;Strawberry;Blueberry;Plain;Peach;Honey;Sharp;Mild;Black Cherry;Coconut;Chive;Colby Jack;Raspberry;Creme;Key Lime;Pepper Jack", "oz;ct;fl oz"),
        new("Heavy Duty;Concentrated;Free & Clear;Recycled;Ultra;Natural;Value Pack;Extra Strength", "Lavender;Lemon;Fresh Scent;Spring Meadow;Mountain Air;Citrus;Unscented;Ocean;White;Clear;Bamboo;Grapefruit;Café", "ct;oz;rolls;loads", inches: true),
        new("Organic;Stage 1;Stage 2;Stage 3;Gentle;Toddler;Sensitive", "Apple;Banana;Sweet Potato;Pear;Carrot;Peas;Mango;Pumpkin;Blueberry;Chicken & Rice;Spinach;Purée of Plum", "oz;ct;pouches"),
        new("Organic;Gluten Free;Baked;Low Fat;Crunchy;Mini;Party Size;Whole Grain;Vegan;Kettle Cooked", "Sea Salt;Cheddar;Barbecue;Dark Chocolate;Peanut Butter;Honey;Jalapeno;Sour Cream & Onion;Caramel;Berry;Cinnamon;Chili Lime;Mint;Almond;Coconut;Creme", "oz;ct;bags"),
        new("Organic;Classic;Oven Roasted;Low Sodium;Uncured;Natural;Homestyle;Spicy", "Roasted Garlic;Red Pepper;Honey;Smoked;Black Pepper;Mesquite;Mild;Jalapeno;Lemon;Pine Nut;Herb;Maple", "oz;lb;ct"),
        new("Organic;Classic;Natural;Small;Large;Everyday;Special", "Lemon;Vanilla;Garden;Roasted;Sweet;Spicy;Coconut;Herb;Honey;Creme;Mixed;Dark Chocolate", "oz;ct"),
    ];

    internal string[] Qualities { get; } = qualities.Split(';');

    internal string[] Flavours { get; } = flavours.Split(';');

    internal string[] Units { get; } = units.Split(';');

    /// <summary>Whether some sizes are in inches, written with the quotation mark that readers of CSV must cope with.</summary>
    internal bool SizedInInches { get; } = inches;
}
