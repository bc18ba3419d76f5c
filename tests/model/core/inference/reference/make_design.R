# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Writes design.json into the working folder: Rscript make_design.R
# Power by power.t.test, variance components by aov, pass@k by counting subsets.

library(jsonlite)
set.seed(20260423)

paired_power <- function(between, run, weight, units, trials, difference, alpha) {
    s <- sqrt(between^2 + weight * run^2 / trials)
    p <- power.t.test(n = units, delta = difference, sd = s, sig.level = alpha, type = "paired", strict = TRUE)$power
    found <- power.t.test(n = units, power = 0.8, sd = s, sig.level = alpha, type = "paired", strict = TRUE, delta = NULL, tol = 1e-11)$delta
    many <- ceiling(power.t.test(power = 0.8, delta = difference, sd = s, sig.level = alpha, type = "paired", strict = TRUE, n = NULL, tol = 1e-9)$n)
    enough <- function(k) power.t.test(n = units, delta = difference, sd = sqrt(between^2 + weight * run^2 / k), sig.level = alpha, type = "paired", strict = TRUE)$power >= 0.8
    k <- if (enough(Inf)) { k <- 1; while (!enough(k) && k < 1000) k <- k + 1; k } else NULL
    list(between = between, run = run, weight = weight, units = units, trials = trials, difference = difference, alpha = alpha,
         power = p, detectable = found, units_needed = many, trials_needed = k)
}
mcnemar_power <- function(discordant, difference, pairs) {
    z <- qnorm(0.975)
    list(discordant = discordant, difference = difference, pairs = pairs,
         power = pnorm((difference * sqrt(pairs) - z * sqrt(discordant)) / sqrt(discordant - difference^2)),
         needed = ceiling((z * sqrt(discordant) + qnorm(0.8) * sqrt(discordant - difference^2))^2 / difference^2))
}
components <- function(sizes, between, within) {
    group <- rep(seq_along(sizes) - 1, sizes)
    x <- round(50 + rep(rnorm(length(sizes), 0, between), sizes) + rnorm(sum(sizes), 0, within), 2)
    table <- summary(aov(x ~ factor(group)))[[1]]
    msb <- table[1, 3]; msw <- table[2, 3]; a <- length(sizes); n <- sum(sizes)
    k <- (n - sum(sizes^2) / n) / (a - 1)
    low <- msb / msw / qf(0.975, a - 1, n - a); high <- msb / msw * qf(0.975, n - a, a - 1)
    list(values = x, clusters = group, within = sqrt(msw), between = sqrt(max(0, (msb - msw) / k)), size = k,
         icc = (msb - msw) / (msb + (k - 1) * msw), low = (low - 1) / (low + k - 1), high = (high - 1) / (high + k - 1))
}
at_k <- function(n, c, k) mean(combn(c(rep(1, c), rep(0, n - c)), k, max))

result <- list(
    origin = paste("make_design.R with", R.version.string),
    power = list(paired_power(12, 20, 2, 8, 3, 10, 0.05), paired_power(5, 15, 2, 32, 3, 5, 0.05), paired_power(30, 4, 1.5, 8, 2.5, 20, 0.05),
                 paired_power(3, 25, 2 / 7, 20, 3, 6, 0.01), paired_power(1, 25, 2, 16, 1, 10, 0.1)),
    mcnemar = list(mcnemar_power(0.3, 0.1, 96), mcnemar_power(0.2, 0.15, 60), mcnemar_power(0.5, 0.05, 400)),
    components = list(components(rep(3, 12), 20, 10), components(c(3, 3, 2, 1, 3, 4, 3), 2, 12), components(c(2, 5), 30, 3)),
    pass = lapply(list(c(5, 2, 1), c(5, 2, 3), c(5, 2, 4), c(8, 1, 3), c(3, 3, 2), c(4, 0, 2)), function(v)
        list(n = v[1], c = v[2], k = v[3], any = 100 * at_k(v[1], v[2], v[3]), all = 100 * (v[2] / v[1])^v[3])))
write(toJSON(result, digits = NA, auto_unbox = TRUE, null = "null"), "design.json")
