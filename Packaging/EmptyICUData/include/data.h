/* Declares nothing: what is linked is a symbol that ICU looks for, named by its version. */
