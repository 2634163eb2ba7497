enum PostMortemsPlaceholder {}
