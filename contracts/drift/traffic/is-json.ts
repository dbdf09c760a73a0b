/** Whether bodies of a content type are judged. @param type without its parameters, in lower case */
export const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json')
