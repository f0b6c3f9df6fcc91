/// Steps that do not hold, as students and careless authors write them, by what went wrong.
enum Mistakes {
  static let all =
    signsOfTerms + signsOfDerivatives + factorsOfFormulas + factorsOfDerivatives + factorsOfMeans
    + exponentsOfPowers + exponentsOfDerivatives + powerLaws + indicesOfVectors + indicesOfSoftmax
    + missingChainFactors + productsAndQuotients + wrongVariables + rootsAndLogarithms + inverseFunctions
    + kinks + sumsTakenApart + productsTakenApart + droppedTerms + approximations + lossesAndActivations
    + normalisationAndLeastSquares
}
