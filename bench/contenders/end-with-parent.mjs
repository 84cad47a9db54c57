/** A contender never outlives the run that started it, however that ends. */
process.on('disconnect', () => process.exit(1));
