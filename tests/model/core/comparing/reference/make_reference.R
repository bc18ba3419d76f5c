# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes r.json: what R says of the two sides that comparedsides.cpp makes up by the same rule. Needs jsonlite, sandwich.
# Rscript make_reference.R > r.json

library(jsonlite)
library(sandwich)

runs <- expand.grid(side = c("a", "b"), f = 0:7, v = 0:3, t = 0:2, stringsAsFactors = FALSE)
passed <- function(side, f, v, t)
  ifelse(side == "a", pmin(10, (7 * f + 5 * v + 3 * t + f * v) %% 14), pmin(10, (4 * f + 9 * v + 2 * t + f * f + v * t) %% 13))
runs$passed <- passed(runs$side, runs$f, runs$v, runs$t)
runs$violates <- runs$side == "b" & runs$v > 0 & (runs$f + runs$v + runs$t) %% 7 == 0
runs$share <- ifelse(runs$violates, 0, 10 * runs$passed)
runs$success <- runs$passed == 10 & !runs$violates

tasks <- aggregate(cbind(share, success = 100 * success) ~ side + f + v, runs, mean)
wide <- merge(tasks[tasks$side == "a", -1], tasks[tasks$side == "b", -1], by = c("f", "v"), suffixes = c("_a", "_b"))

clustered <- function(x, cluster) {
  fit <- lm(x ~ 1)
  se <- sqrt(vcovCL(fit, cluster = cluster, type = "HC0", cadjust = TRUE)[1, 1])
  half <- qt(0.975, length(unique(cluster)) - 1) * se
  list(mean = mean(x), low = mean(x) - half, high = mean(x) + half)
}

# All sign patterns of the clusters' sums.
flips <- function(x, cluster) {
  sums <- tapply(x, cluster, sum)
  signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(sums))))
  mean(abs(signs %*% sums) >= abs(sum(sums)) - 1e-9)
}

# The noncentral t interval of d_z, and Hedges' correction.
dz <- function(x) {
  n <- length(x)
  t <- mean(x) / sd(x) * sqrt(n)
  bound <- function(p) uniroot(function(ncp) pt(t, n - 1, ncp) - p, c(-40, 40), tol = 1e-12)$root / sqrt(n)
  j <- exp(lgamma((n - 1) / 2) - log(sqrt((n - 1) / 2)) - lgamma((n - 2) / 2))
  list(value = j * mean(x) / sd(x), low = j * bound(0.975), high = j * bound(0.025))
}

level <- function(rows) {
  d <- rows$share_b - rows$share_a
  share <- clustered(d, rows$f)
  pass <- clustered(rows$success_b - rows$success_a, rows$f)
  effect <- dz(d)
  only_a <- sum(rows$success_a > 50 & rows$success_b <= 50)
  only_b <- sum(rows$success_b > 50 & rows$success_a <= 50)
  list(tasks = nrow(rows), a = mean(rows$share_a), b = mean(rows$share_b), difference = share$mean, low = share$low,
       high = share$high, p_value = flips(d, rows$f), effect = effect$value, effect_low = effect$low,
       effect_high = effect$high, pass_a = mean(rows$success_a), pass_b = mean(rows$success_b),
       pass_difference = pass$mean, pass_low = pass$low, pass_high = pass$high, only_a = only_a, only_b = only_b,
       p_mcnemar = if (only_a + only_b > 0) binom.test(only_a, only_a + only_b)$p.value else 1)
}
levels <- lapply(0:3, function(v) level(wide[wide$v == v, ]))
holm <- p.adjust(sapply(levels, function(l) l$p_value), "holm")
bh <- p.adjust(sapply(levels, function(l) l$p_value), "BH")
for (i in 1:4) levels[[i]]$p_adjusted <- holm[i]

# The first four frameworks alone: 16 sign patterns.
few <- wide[wide$f < 4, ]
few_levels <- lapply(0:3, function(v) level(few[few$v == v, ]))
holm <- p.adjust(sapply(few_levels, function(l) l$p_value), "holm")
for (i in 1:4) few_levels[[i]]$p_adjusted <- holm[i]

# Welch's interval of the shares, Newcombe's of the successes (hybrid of two Wilson intervals).
task <- function(f, v) {
  a <- runs[runs$side == "a" & runs$f == f & runs$v == v, ]
  b <- runs[runs$side == "b" & runs$f == f & runs$v == v, ]
  wilson <- function(x) prop.test(sum(x), length(x), correct = FALSE)$conf.int
  wa <- wilson(a$success)
  wb <- wilson(b$success)
  pa <- mean(a$success)
  pb <- mean(b$success)
  welch <- if (sd(a$share) + sd(b$share) > 0) t.test(b$share, a$share)$conf.int else c(NA, NA)
  list(f = f, v = v, difference = mean(b$share) - mean(a$share), low = welch[1], high = welch[2],
       pass_difference = 100 * (pb - pa), pass_low = 100 * (pb - pa - sqrt((pb - wb[1])^2 + (wa[2] - pa)^2)),
       pass_high = 100 * (pb - pa + sqrt((wb[2] - pb)^2 + (pa - wa[1])^2)))
}
each <- unlist(lapply(0:7, function(f) lapply(0:3, function(v) suppressWarnings(task(f, v)))), recursive = FALSE)

# How many sign patterns of whole numbers lead to each sum.
whole_flips <- function(k) {
  k <- k[k != 0]
  ways <- c("0" = 1)
  for (step in k) {
    sums <- as.numeric(names(ways))
    ways <- tapply(c(ways, ways) / 2, c(sums + step, sums - step), sum)
  }
  sum(ways[abs(as.numeric(names(ways))) >= abs(sum(k))])
}

# Assertion j of ten passes in runs that pass more than j.
assertion <- function(j) {
  passes <- aggregate(passed ~ side + f + v, transform(runs, passed = as.numeric(runs$passed > j)), mean)
  both <- merge(passes[passes$side == "a", -1], passes[passes$side == "b", -1], by = c("f", "v"), suffixes = c("_a", "_b"))
  d <- 100 * (both$passed_b - both$passed_a)
  interval <- t.test(d)$conf.int
  list(a = 100 * mean(both$passed_a), b = 100 * mean(both$passed_b), difference = mean(d), low = interval[1],
       high = interval[2], p_value = whole_flips(round(3 * d / 100)))
}
assertions <- lapply(0:9, assertion)
holm <- p.adjust(sapply(assertions, function(x) x$p_value), "holm")
for (i in 1:10) assertions[[i]]$p_adjusted <- holm[i]

cat(toJSON(list(made_by = c(R.version.string, paste("sandwich", packageVersion("sandwich"))), levels = levels,
                all = level(wide), bh = bh, few_levels = few_levels, few_all = level(few), tasks = each, assertions = assertions),
           auto_unbox = TRUE, digits = NA, pretty = TRUE, na = "null"), "\n")
