enum ValidationTestsPlaceholder {}
