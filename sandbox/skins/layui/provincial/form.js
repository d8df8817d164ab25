/* The page inside the windows of plans and of their details. */
formPage("provincial");
