enum StatisticsTestsPlaceholder {}
