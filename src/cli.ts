console.log('cts-trace 0.1.0');
