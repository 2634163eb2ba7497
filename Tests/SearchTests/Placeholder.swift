enum SearchTestsPlaceholder {}
