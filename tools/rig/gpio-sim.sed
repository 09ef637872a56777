# Two switches for the kernel's simulated pins, both off at first (/sys/module/gpio_sim/parameters).
#   keep_driven: an output stays as it was when its owner dies, as on a Raspberry Pi's kernel
#   wired: what hangs on a line is stronger than the pull its owner asks for
/^static DEFINE_IDA(gpio_sim_ida);/ a\
\
static bool keep_driven;\
module_param(keep_driven, bool, 0644);\
static bool wired;\
module_param(wired, bool, 0644);
/^static void gpio_sim_free(/,/^}/ s/^\tmutex_lock(/\tif (keep_driven)\n\t\treturn;\n&/
/^static int gpio_sim_set_config(/,/^}/ s/^\tswitch (/\tif (wired)\n\t\treturn 0;\n&/
