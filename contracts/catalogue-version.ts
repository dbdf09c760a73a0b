/** The version of the rule catalogue: case files and reports say against which one they were made. */
export const catalogueVersion = '1.0.0'
