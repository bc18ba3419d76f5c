# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Writes r.json into the working folder: Rscript make_reference.R
# Holm's adjustment, and the cluster-robust interval once more by lm() and estfun-style sums.

numbers <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")

holm <- function(p) sprintf('  {"p": %s, "adjusted": %s}', numbers(p), numbers(p.adjust(p, "holm")))

interval <- function(x, cluster) {
    fit <- lm(x ~ 1)
    sums <- tapply(residuals(fit), cluster, sum)
    g <- length(sums)
    se <- sqrt(g / (g - 1) * sum(sums^2)) / length(x)
    bounds <- coef(fit) + c(-1, 1) * qt(0.975, g - 1) * se
    sprintf('  {"values": %s, "clusters": %s, "low": %.17g, "high": %.17g}', numbers(x), numbers(cluster), bounds[1], bounds[2])
}

set.seed(20260422)
holms <- c(holm(c(0.01, 0.04, 0.03, 0.005)), holm(c(0.5, 0.5, 0.2)), holm(0.03), holm(c(0.02, 0.02, 0.02, 0.9, 1)), holm(round(runif(8), 3)))
intervals <- c(interval(round(rnorm(12, 40, 15), 2), rep(0:3, each = 3)), interval(round(rnorm(20, 70, 25), 2), rep(0:7, length.out = 20)))
writeLines(c("{", sprintf('"origin": "make_reference.R with %s",', R.version.string),
             '"holm": [', paste(holms, collapse = ",\n"), "],", '"intervals": [', paste(intervals, collapse = ",\n"), "]", "}"), "r.json")
