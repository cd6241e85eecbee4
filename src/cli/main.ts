console.log('bylaw');
