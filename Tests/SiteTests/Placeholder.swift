enum SiteTestsPlaceholder {}
