enum PostMortemsTestsPlaceholder {}
