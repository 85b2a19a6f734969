using System.Globalization;

namespace Recommender.Ingest.Generation;

/// <summary>
/// The 134 aisles in id order, one a line: name | department id | products of 49,688 | share of bought lines in 1/100,000
/// (measured over the original train orders) | nouns that names of its products are made of.
/// </summary>
internal static class AisleTable
{
    private const string Rows = """
        prepared soups salads|20|146|212|Tomato Soup;Chicken Salad;Minestrone;Potato Salad;Quinoa Salad;Caesar Salad Kit
        specialty cheeses|16|271|280|Gouda;Manchego;Brie;Gruyère;Goat Cheese Log;Blue Cheese Wedge;Pecorino
        energy granola bars|19|832|1260|Granola Bars;Energy Bar;Protein Bar;Fruit & Nut Bar;Oat Bars;Chewy Bars
        instant foods|9|543|716|Macaroni & Cheese;Rice Pilaf Mix;Instant Noodles;Mashed Potato Mix;Ramen Cup;Risotto Mix
        marinades meat preparation|13|409|210|Marinade;Barbecue Rub;Meat Tenderizer;Stuffing Mix;Bread Crumbs;Steak Sauce
        other|2|548|130|Gift Card Holder;Party Candles;Assorted Item;Seasonal Basket;Travel Kit;Phone Cable
        packaged meat|12|100|110|Turkey Burgers;Beef Patties;Meatballs;Sliced Steak;Pulled Pork
        bakery desserts|3|297|108|Carrot Cake;Cupcakes;Cheesecake Slice;Apple Pie;Brownie Bites;Macarons
        pasta sauce|9|399|703|Pasta Sauce;Marinara Sauce;Alfredo Sauce;Pesto;Arrabbiata Sauce;Vodka Sauce
        kitchen supplies|17|218|32|Baking Dish;Skewers;Measuring Cups;Food Thermometer;Peeler;Cutting Board;Whisk
        cold flu allergy|11|427|97|Cough Drops;Allergy Tablets;Nasal Spray;Cold & Flu Syrup;Throat Lozenges;Vapor Rub
        fresh pasta|9|123|118|Cheese Ravioli;Fresh Fettuccine;Tortelloni;Potato Gnocchi;Fresh Linguine
        prepared meals|20|317|298|Sushi Roll;Burrito Bowl;Rotisserie Chicken;Noodle Bowl;Sandwich Wrap;Quiche
        tofu meat alternatives|20|159|370|Firm Tofu;Tempeh;Seitan Strips;Veggie Crumbles;Silken Tofu;Veggie Dogs
        packaged seafood|12|80|66|Smoked Salmon;Crab Cakes;Pickled Herring;Smoked Trout;Shrimp Ring
        fresh herbs|4|86|1159|Basil;Cilantro;Italian Parsley;Mint;Rosemary;Thyme;Dill;Chives;Sage
        baking ingredients|13|623|945|Flour;Brown Sugar;Baking Powder;Vanilla Extract;Chocolate Chips;Corn Starch;Cocoa Powder
        bulk dried fruits vegetables|10|12|52|Bulk Dried Mango;Bulk Raisins;Bulk Apricots;Bulk Dates
        oils vinegars|13|375|767|Olive Oil;Balsamic Vinegar;Canola Oil;Coconut Oil;Apple Cider Vinegar;Sesame Oil
        oral hygiene|11|565|222|Toothpaste;Mouthwash;Toothbrush;Dental Floss;Whitening Strips;Denture Cleanser
        packaged cheese|16|891|3012|Shredded Mozzarella;Sliced Cheddar;String Cheese;Parmesan Wedge;Cheese Sticks;Cheese Cubes;Cheese Slices
        hair care|11|816|106|Shampoo;Conditioner;Hair Gel;Hairspray;Hair Color;Dry Shampoo;Styling Cream
        popcorn jerky|19|316|500|Popcorn;Beef Jerky;Kettle Corn;Turkey Jerky;Popcorn Bags
        fresh fruits|4|382|10867|Banana;Strawberries;Hass Avocado;Lemon;Lime;Blueberries;Raspberries;Gala Apple;Honeycrisp Apple;Mango;Red Grapes;Clementines;Pear;Kiwi;Peach;Pineapple;Cantaloupe;Cherries;Navel Orange;Blackberries
        soap|11|525|200|Hand Soap;Bar Soap;Body Wash;Foaming Hand Wash;Hand Sanitizer
        coffee|7|680|606|Ground Coffee;Whole Bean Coffee;Coffee Pods;Instant Coffee;Espresso Roast;Cold Brew Coffee
        beers coolers|5|385|133|Lager;Pale Ale;Hard Cider;Stout;Pilsner;Wheat Beer;India Pale Ale
        red wines|5|232|90|Cabernet Sauvignon;Pinot Noir;Merlot;Malbec;Zinfandel;Red Blend;Syrah
        honeys syrups nectars|13|229|207|Honey;Maple Syrup;Agave Nectar;Pancake Syrup;Molasses
        latino foods|6|257|256|Refried Beans;Taco Shells;Salsa Verde;Enchilada Sauce;Adobo Seasoning;Jalapeño Slices;Mole Poblano
        refrigerated|7|675|1678|Orange Juice;Lemonade;Kombucha;Green Juice;Iced Coffee;Almond Smoothie;Cold Pressed Juice
        packaged produce|4|32|972|Celery Sticks;Apple Slices;Broccoli Florets;Carrot Chips;Fruit Cup
        kosher foods|6|169|45|Matzo Crackers;Gefilte Fish;Matzo Ball Mix;Egg Noodles;Grape Juice
        frozen meat seafood|1|229|241|Fish Sticks;Frozen Shrimp;Salmon Fillets;Tilapia Fillets;Chicken Nuggets;Chicken Wings
        poultry counter|12|82|376|Chicken Breast;Chicken Thighs;Whole Chicken;Ground Turkey;Drumsticks
        butter|16|150|764|Butter;Unsalted Butter;Buttery Spread;Salted Butter Sticks;Ghee
        ice cream ice|1|1091|1638|Ice Cream;Gelato;Sorbet;Ice Cream Bars;Fruit Pops;Ice Cream Sandwiches;Frozen Yogurt
        frozen meals|1|880|1316|Lasagna;Burrito;Chicken Pot Pie;Enchiladas;Rice Bowl;Stir Fry;Pasta Bake;Mini Rigatoni
        seafood counter|12|54|78|Salmon Fillet;Raw Shrimp;Cod Fillet;Sea Scallops;Mussels
        dog food care|8|473|116|Dog Food;Dog Treats;Dog Biscuits;Dental Chews;Puppy Food
        cat food care|8|499|208|Cat Food;Cat Litter;Cat Treats;Kitten Food;Pâté Cat Food
        frozen vegan vegetarian|1|189|341|Veggie Burgers;Meatless Meatballs;Chickenless Strips;Black Bean Burgers;Vegan Sausage
        buns rolls|3|195|365|Hamburger Buns;Hot Dog Buns;Dinner Rolls;Ciabatta Rolls;Brioche Buns
        eye ear care|11|113|40|Contact Lens Solution;Eye Drops;Ear Wax Remover;Ear Plugs
        candy chocolate|19|1246|827|Chocolate Bar;Gummy Bears;Caramels;Peanut Butter Cups;Truffles;Licorice;Jelly Beans;Hard Candy
        mint gum|19|168|69|Chewing Gum;Breath Mints;Peppermints;Sugarfree Gum
        vitamins supplements|11|1038|142|Multivitamin;Vitamin C;Fish Oil;Probiotic Capsules;Gummy Vitamins;Calcium Tablets;Vitamin D3
        breakfast bars pastries|14|173|227|Breakfast Bars;Toaster Pastries;Breakfast Biscuits;Cereal Bars
        packaged poultry|12|99|405|Chicken Tenders;Ground Chicken;Boneless Chicken Breasts;Turkey Breast;Chicken Sausage
        fruit vegetable snacks|19|356|487|Fruit Snacks;Seaweed Snacks;Applesauce Pouch;Fruit Leather;Veggie Straws;Freeze Dried Fruit
        preserved dips spreads|13|264|375|Salsa;Bean Dip;Queso Dip;Olive Tapenade;Artichoke Dip
        frozen breakfast|1|296|703|Waffles;Breakfast Burrito;Breakfast Sandwich;Pancakes;French Toast Sticks
        cream|16|161|892|Half & Half;Coffee Creamer;Heavy Whipping Cream;Sour Cream;Whipped Topping
        paper goods|17|322|917|Paper Towels;Bath Tissue;Facial Tissue;Napkins;Toilet Paper
        shave needs|11|198|38|Razor;Shaving Cream;Razor Blades;After Shave;Shave Gel
        diapers wipes|18|187|80|Diapers;Baby Wipes;Training Pants;Overnight Diapers
        granola|14|185|275|Granola;Granola Clusters;Muesli;Hemp Granola
        frozen breads doughs|1|81|111|Garlic Bread;Texas Toast;Frozen Dinner Rolls;Puff Pastry;Pie Crust
        canned meals beans|15|342|850|Black Beans;Chili;Garbanzo Beans;Baked Beans;Kidney Beans;Canned Ravioli
        trash bags liners|17|112|117|Trash Bags;Kitchen Bags;Recycling Bags;Compost Bags
        cookies cakes|19|874|721|Sandwich Cookies;Chocolate Chip Cookies;Shortbread;Ginger Snaps;Fig Bars;Snack Cakes;Crème Wafers
        white wines|5|147|79|Chardonnay;Sauvignon Blanc;Pinot Grigio;Riesling;White Blend
        grains rice dried goods|9|336|443|Brown Rice;Basmati Rice;Quinoa;Jasmine Rice;Lentils;Couscous;Split Peas
        energy sports drinks|7|294|342|Energy Drink;Sports Drink;Electrolyte Water;Energy Shot
        protein meal replacements|11|325|116|Protein Powder;Protein Shake;Meal Replacement Shake;Whey Protein
        asian foods|6|605|506|Soy Sauce;Coconut Milk;Curry Paste;Rice Noodles;Teriyaki Sauce;Sriracha;Nori;Miso Paste
        fresh dips tapenades|20|327|1094|Hummus;Guacamole;Pico de Gallo;Tzatziki;Spinach Dip;Fresh Salsa
        bulk grains rice dried goods|10|26|46|Bulk Brown Rice;Bulk Oats;Bulk Lentils;Bulk Quinoa
        soup broth bouillon|15|737|1091|Chicken Broth;Vegetable Broth;Tomato Bisque;Chicken Noodle Soup;Lentil Soup;Bone Broth;Bouillon Cubes
        digestion|11|338|87|Antacid Tablets;Fiber Supplement;Laxative;Digestive Enzymes;Anti-Diarrheal
        refrigerated pudding desserts|16|98|125|Pudding Cups;Gelatin Cups;Rice Pudding;Flan
        condiments|13|466|704|Ketchup;Mustard;Mayonnaise;Hot Sauce;Barbecue Sauce;Relish;Horseradish
        facial care|11|277|54|Face Wash;Facial Moisturizer;Cleansing Wipes;Face Mask;Toner
        dish detergents|17|204|279|Dish Soap;Dishwasher Detergent;Rinse Aid;Dishwasher Pacs
        laundry|17|506|335|Laundry Detergent;Fabric Softener;Dryer Sheets;Stain Remover;Bleach
        indian foods|6|108|52|Tikka Masala Sauce;Naan;Palak Paneer;Mango Chutney;Dal Makhani
        soft drinks|7|463|1176|Cola;Ginger Ale;Root Beer;Lemon Lime Soda;Diet Cola;Cream Soda;Tonic Water
        crackers|19|747|1415|Crackers;Cheese Crackers;Graham Crackers;Rice Crackers;Water Crackers;Pita Crackers
        frozen pizza|1|335|553|Pizza;Thin Crust Pizza;Deep Dish Pizza;French Bread Pizza;Rising Crust Pizza
        deodorants|11|317|62|Deodorant;Antiperspirant;Deodorant Stick;Body Spray
        canned jarred vegetables|15|487|916|Diced Tomatoes;Whole Kernel Corn;Green Beans;Tomato Paste;Artichoke Hearts;Crushed Tomatoes
        baby accessories|18|44|22|Pacifier;Baby Bottle;Sippy Cup;Bibs
        fresh vegetables|4|569|10877|Baby Spinach;Yellow Onion;Zucchini;Garlic;Cucumber;Red Bell Pepper;Broccoli;Carrots;Grape Tomatoes;Kale;Asparagus;Cauliflower;Green Onions;Sweet Potato;Mushrooms;Celery;Jalapeño Pepper;Ginger Root;Russet Potatoes;Brussels Sprouts
        milk|16|243|2358|Whole Milk;Reduced Fat Milk;Skim Milk;Chocolate Milk;1% Lowfat Milk;Lactose Free Milk
        food storage|17|206|210|Sandwich Bags;Aluminum Foil;Plastic Wrap;Freezer Bags;Parchment Paper;Storage Containers
        eggs|16|125|1435|Large Eggs;Cage Free Eggs;Egg Whites;Extra Large Eggs;Brown Eggs
        more household|17|308|64|Light Bulbs;Batteries;Notebook;Matches;Duct Tape;Glue;Extension Cord
        spreads|13|493|874|Peanut Butter;Almond Butter;Strawberry Preserves;Hazelnut Spread;Grape Jelly;Fruit Spread
        salad dressing toppings|13|560|341|Ranch Dressing;Italian Dressing;Caesar Dressing;Croutons;Balsamic Vinaigrette;Bacon Bits
        cocoa drink mixes|7|223|77|Hot Cocoa Mix;Drink Mix;Chocolate Syrup;Lemonade Mix
        soy lactosefree|16|293|1895|Almond Milk;Soymilk;Coconut Milk Beverage;Oat Milk;Rice Milk;Cashew Milk
        baby food formula|18|718|953|Baby Food Pouch;Infant Formula;Baby Cereal;Toddler Snacks;Stage 2 Purée;Teething Biscuits
        breakfast bakery|3|226|711|Bagels;English Muffins;Cinnamon Rolls;Mini Muffins;Croissants
        tea|7|894|677|Green Tea;Black Tea;Herbal Tea;Iced Tea;Chai;Oolong Tea;Maté
        canned meat seafood|15|283|234|Chunk Light Tuna;Sardines;Pink Salmon;Anchovies;Canned Chicken;Clams
        lunch meat|20|373|1225|Turkey Breast Slices;Ham Slices;Salami;Bologna;Prosciutto;Roast Beef Slices
        baking supplies decor|13|290|79|Cupcake Liners;Sprinkles;Frosting;Food Coloring;Birthday Candles
        juice nectars|7|792|1036|Apple Juice;Cranberry Juice;Grape Juice;Fruit Punch;Tomato Juice;Coconut Water;Pomegranate Juice
        canned fruit applesauce|15|243|289|Applesauce;Pineapple Chunks;Mandarin Oranges;Sliced Peaches;Fruit Cocktail
        missing|21|1258|596|House Item;Market Special;Assorted Pack;Kitchen Selection;Daily Special;Chef's Choice
        air fresheners candles|17|355|77|Air Freshener;Scented Candle;Room Spray;Plug-In Refill
        baby bath body care|18|132|24|Baby Shampoo;Diaper Rash Cream;Baby Lotion;Baby Oil
        ice cream toppings|19|85|36|Caramel Topping;Hot Fudge;Waffle Cones;Ice Cream Cones
        spices seasonings|13|797|670|Black Pepper;Ground Cinnamon;Sea Salt;Taco Seasoning;Garlic Powder;Paprika;Cumin;Bay Leaves
        doughs gelatins bake mixes|13|463|344|Cake Mix;Brownie Mix;Gelatin Mix;Pizza Dough;Muffin Mix;Cookie Dough;Crescent Rolls
        hot dogs bacon sausage|12|387|925|Bacon;Hot Dogs;Italian Sausage;Breakfast Links;Turkey Bacon;Bratwurst
        chips pretzels|19|989|2258|Potato Chips;Tortilla Chips;Pretzels;Pita Chips;Veggie Chips;Corn Chips;Pretzel Thins
        other creams cheeses|16|191|926|Cream Cheese;Ricotta;Cottage Cheese;Feta Crumbles;Mascarpone;Fresh Mozzarella
        skin care|11|245|39|Sunscreen;Lip Balm;Acne Gel;Hand Cream;Moisturizing Lotion
        pickled goods olives|13|402|353|Dill Pickles;Kalamata Olives;Capers;Roasted Peppers;Pepperoncini;Stuffed Olives
        plates bowls cups flatware|17|199|141|Paper Plates;Plastic Cups;Forks;Paper Bowls;Straws;Cutlery Set
        bread|3|557|1707|Whole Wheat Bread;Sourdough Bread;Multigrain Bread;White Bread;Rye Bread;Baguette;Raisin Bread
        frozen juice|1|47|21|Orange Juice Concentrate;Limeade Concentrate;Lemonade Concentrate;Apple Juice Concentrate
        cleaning products|17|655|426|All Purpose Cleaner;Glass Cleaner;Disinfecting Wipes;Sponges;Toilet Bowl Cleaner;Floor Cleaner
        water seltzer sparkling water|7|344|2645|Sparkling Water;Spring Water;Seltzer;Mineral Water;Alkaline Water
        frozen produce|1|361|1622|Frozen Blueberries;Frozen Peas;Frozen Broccoli;Frozen Mango Chunks;Frozen Corn;Frozen Spinach;Mixed Berries
        nuts seeds dried fruit|19|582|905|Almonds;Cashews;Dried Cranberries;Pistachios;Mixed Nuts;Raisins;Sunflower Seeds;Walnuts
        first aid|11|240|39|Adhesive Bandages;Antibiotic Ointment;Gauze Pads;Ice Pack
        frozen dessert|1|112|67|Frozen Cheesecake;Fruit Pie;Mochi;Cream Puffs
        yogurt|16|1026|3990|Greek Yogurt;Lowfat Yogurt;Whole Milk Yogurt;Drinkable Yogurt;Kefir;Yogurt Tubes;Skyr
        cereal|14|454|1170|Corn Flakes;Bran Flakes;Oat Squares;Toasted Oat Cereal;Rice Crisps;Wheat Biscuits
        meat counter|12|105|228|Ground Beef;Ribeye Steak;Pork Chops;Beef Stew Meat;Pork Tenderloin
        packaged vegetables fruits|4|615|5669|Spring Mix;Baby Carrots;Romaine Hearts;Baby Arugula;Cherry Tomatoes;Mini Peppers;Baby Kale;Salad Blend;Snap Peas;Baby Bella Mushrooms
        spirits|5|195|70|Vodka;Bourbon;Tequila;Gin;Rum;Rosé Vermouth
        trail mix snack mix|19|69|106|Trail Mix;Snack Mix;Fruit & Nut Mix
        feminine care|11|285|76|Tampons;Pads;Panty Liners;Feminine Wash
        body lotions soap|11|504|154|Body Lotion;Bath Salts;Shower Gel;Bubble Bath;Body Butter
        tortillas flat bread|3|241|603|Flour Tortillas;Corn Tortillas;Pita Bread;Lavash;Flatbread;Wraps
        frozen appetizers sides|1|386|641|Egg Rolls;French Fries;Pierogies;Pot Stickers;Onion Rings;Mozzarella Sticks;Tater Rounds
        hot cereal pancake mixes|14|303|459|Instant Oatmeal;Pancake Mix;Steel Cut Oats;Old Fashioned Oats;Hot Cereal;Waffle Mix
        dry pasta|9|457|816|Spaghetti;Penne;Rotini;Elbow Macaroni;Fusilli;Linguine;Lasagne Sheets
        beauty|11|178|21|Nail Polish Remover;Lipstick;Mascara;Cotton Balls;Cotton Swabs
        muscles joints pain relief|11|172|65|Pain Relief Tablets;Heat Wrap;Ibuprofen;Muscle Rub
        specialty wines champagnes|5|95|33|Brut Rosé;Prosecco;Champagne;Sparkling Cava;Port
        """;

    internal static readonly IReadOnlyList<Aisle> Aisles = Rows.Split('\n').Select(Parse).ToArray();

    private static Aisle Parse(string row)
    {
        var parts = row.TrimEnd('\r').Split('|');
        return new Aisle(parts[0], Number(parts[1]), Number(parts[2]), Number(parts[3]), parts[4].Split(';'));

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
