# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Writes inference_r.json into the working folder: Rscript make_inference.R
# Everything is computed from single values, residual by residual, never from sums per cluster as the program does.

library(sandwich); library(boot); library(coin); library(jsonlite)

versions <- paste(c("sandwich", "boot", "coin"), sapply(c("sandwich", "boot", "coin"), function(p) as.character(packageVersion(p))), collapse = ", ")
set.seed(20260423)

# Percentages as a study has them: clusters of unequal size, some of them all the same.
study <- function(sizes, middle, between, within)
    list(cluster = rep(seq_along(sizes) - 1, sizes),
         x = round(pmin(100, pmax(0, middle + rep(rnorm(length(sizes), 0, between), sizes) + rnorm(sum(sizes), 0, within))), 2))
sets <- list(study(c(4, 4, 4, 3), 60, 20, 10), study(c(5, 2, 4, 3, 1), 35, 10, 20), study(rep(4, 8), 50, 15, 15),
             study(sample(1:4, 11, TRUE), 8, 6, 9), study(sample(1:5, 24, TRUE), 70, 12, 12))

robust <- function(d) {
    fit <- lm(x ~ 1, data = d)
    se <- sqrt(vcovCL(fit, cluster = d$cluster, type = "HC0", cadjust = TRUE)[1, 1])
    g <- length(unique(d$cluster))
    list(values = d$x, clusters = d$cluster, low = coef(fit)[[1]] - qt(0.975, g - 1) * se, high = coef(fit)[[1]] + qt(0.975, g - 1) * se)
}

# Cluster bootstrap with many draws; the errors are those of 10,000 draws against these.
resampled <- function(d, draws = 200000) {
    parts <- split(d$x, d$cluster)
    b <- boot(seq_along(parts), function(ids, i) mean(unlist(parts[ids[i]])), R = draws)
    jack <- sapply(seq_along(parts), function(g) mean(unlist(parts[-g])))
    bca <- suppressWarnings(boot.ci(b, type = "bca", L = (length(parts) - 1) * (mean(jack) - jack)))$bca[4:5]
    shape <- density(b$t)
    height <- function(q) approx(shape$x, shape$y, q)$y
    tail <- function(p, q) sqrt(p * (1 - p) * (1 / 10000 + 1 / draws)) / height(q)
    percentile <- quantile(b$t, c(0.025, 0.975), names = FALSE)
    # The bias correction is drawn too: 2 z0 moves both ends.
    bias <- 2 * sqrt(pi / 2 / 10000) * sd(b$t)
    list(values = d$x, clusters = d$cluster, percentile = percentile, percentile_error = c(tail(0.025, percentile[1]), tail(0.975, percentile[2])),
         bca = bca, bca_error = sqrt(c(tail(0.025, bca[1]), tail(0.975, bca[2]))^2 + bias^2))
}

# Wild cluster bootstrap-t with the null imposed, over every pattern of weights.
t_of <- function(y, cluster, null) {
    m <- mean(y)
    sums <- tapply(y - m, cluster, sum)
    (m - null) / sqrt(length(sums) / (length(sums) - 1) * sum(sums^2) / length(y)^2)
}
wild_p <- function(d, null, points) {
    ids <- sort(unique(d$cluster))
    weights <- as.matrix(expand.grid(rep(list(points), length(ids))))
    member <- outer(ids, d$cluster, "==") * 1
    y <- null + (weights %*% member) * rep(d$x - null, each = nrow(weights))
    m <- rowMeans(y)
    sums <- (y - m) %*% t(member)
    g <- length(ids)
    ts <- abs((m - null) / sqrt(g / (g - 1) * rowSums(sums^2) / length(d$x)^2))
    mean(ts >= abs(t_of(d$x, d$cluster, null)) * (1 - 1e-9))
}
edge <- function(d, points, direction) {
    inside <- mean(d$x); outside <- inside + direction * 0.5
    while (wild_p(d, outside, points) > 0.05) { inside <- outside; outside <- mean(d$x) + (outside - mean(d$x)) * 1.1 }
    for (i in 1:45) { middle <- (inside + outside) / 2; if (wild_p(d, middle, points) > 0.05) inside <- middle else outside <- middle }
    (inside + outside) / 2
}
webb <- c(-sqrt(1.5), -1, -sqrt(0.5), sqrt(0.5), 1, sqrt(1.5))
signs <- c(-1, 1)
wild <- function(d, null, points, invert = TRUE) {
    row <- list(values = d$x, clusters = d$cluster, null = null, patterns = length(points)^length(unique(d$cluster)), p = wild_p(d, null, points))
    if (invert) c(row, list(low = edge(d, points, -1), high = edge(d, points, 1))) else row
}

# Two independent groups of clusters, every way to choose the first.
two_sided <- function(a, b) {
    x <- c(a$x, b$x)
    cluster <- c(a$cluster, b$cluster + max(a$cluster) + 1)
    ids <- unique(cluster); k <- length(unique(a$cluster))
    distance <- function(first) abs(mean(x[cluster %in% first]) - mean(x[!cluster %in% first]))
    seen <- distance(ids[1:k])
    ways <- combn(ids, k, distance)
    list(a = a, b = b, p = mean(ways >= seen - 1e-9))
}
single <- function(x) list(x = x, cluster = seq_along(x) - 1)
by_coin <- function(a, b) {
    test <- oneway_test(y ~ g, data.frame(y = c(a, b), g = factor(rep(1:2, c(length(a), length(b))))), distribution = "exact")
    list(a = single(a), b = single(b), p = as.numeric(pvalue(test)))
}
flips <- function(d) {
    sums <- tapply(d$x, d$cluster, sum)
    all <- abs(as.matrix(expand.grid(rep(list(c(-1, 1)), length(sums)))) %*% sums)
    list(values = d$x, clusters = d$cluster, p = mean(all >= abs(sum(sums)) - 1e-9))
}
welch <- function(a, b) {
    t <- t.test(a, b)
    list(a = single(a), b = single(b), mean = mean(a) - mean(b), low = t$conf.int[1], high = t$conf.int[2])
}

# Effect sizes: noncentral t by pt and uniroot.
ncp <- function(t, df, p) uniroot(function(n) pt(t, df, n) - p, c(t - 30, t + 30), tol = 1e-13)$root
hedges <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
paired_d <- function(x) {
    d <- mean(x) / sd(x); n <- length(x)
    list(a = x, d = d, corrected = d * hedges(n - 1), low = ncp(d * sqrt(n), n - 1, 0.975) / sqrt(n), high = ncp(d * sqrt(n), n - 1, 0.025) / sqrt(n))
}
pooled_d <- function(a, b) {
    m <- length(a) + length(b) - 2
    d <- (mean(a) - mean(b)) / sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / m)
    root <- sqrt(length(a) * length(b) / (length(a) + length(b)))
    list(a = a, b = b, d = d, corrected = d * hedges(m), low = ncp(d * root, m, 0.975) / root, high = ncp(d * root, m, 0.025) / root)
}
cliff <- function(a, b) {
    s <- sign(outer(a, b, "-")); d <- mean(s); n <- length(a); m <- length(b); z <- qnorm(0.975)
    v <- (m^2 * sum((rowMeans(s) - d)^2) + n^2 * sum((colMeans(s) - d)^2) - sum((s - d)^2)) / (n * m * (n - 1) * (m - 1))
    v <- max(v, (1 - d^2) / (n * m - 1))
    ends <- (d - d^3 + c(-1, 1) * z * sqrt(v) * sqrt((1 - d^2)^2 + z^2 * v)) / (1 - d^2 + z^2 * v)
    list(a = a, b = b, delta = d, low = ends[1], high = ends[2])
}
odds <- function(x, n, y, m) {
    add <- if (any(c(x, n - x, y, m - y) == 0)) 0.5 else 0
    fit <- suppressWarnings(glm(cbind(c(x, y) + add, c(n - x, m - y) + add) ~ c(1, 0), family = binomial, control = list(epsilon = 1e-15, maxit = 100)))
    ends <- exp(suppressMessages(confint.default(fit))[2, ])
    list(x = x, n = n, y = y, m = m, ratio = exp(coef(fit)[[2]]), low = ends[[1]], high = ends[[2]])
}
mcnemar_row <- function(a, b, c, d) {
    test <- mcnemar.test(matrix(c(a, c, b, d), 2))
    list(both = a, only_a = b, only_b = c, neither = d, exact = binom.test(b, b + c)$p.value, chi = unname(test$statistic), chi_p = test$p.value,
         mid = if (b == c) 1 - dbinom(b, b + c, 0.5) / 2 else 2 * (pbinom(min(b, c) - 1, b + c, 0.5) + dbinom(min(b, c), b + c, 0.5) / 2))
}
adjusted <- function(p) list(p = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"))

shifted <- lapply(sets, function(d) list(cluster = d$cluster, x = d$x - 45))
groups <- list(round(rnorm(12, 55, 18), 1), round(rnorm(9, 42, 25), 1), c(0, 0, 0, 10, 50, 50, 100), c(0, 20, 50, 100, 100))
whole <- list(round(rnorm(20, 50, 20)), round(rnorm(22, 62, 20)))

result <- list(
    origin = paste("make_inference.R with", R.version.string, versions),
    robust = lapply(sets, robust),
    resampled = lapply(sets[3:5], resampled),
    wild = list(wild(sets[[1]], 0, webb), wild(sets[[1]], 45, webb), wild(sets[[2]], 20, webb), wild(sets[[4]], 4, signs), wild(sets[[3]], 40, webb, FALSE)),
    two_sample = list(two_sided(sets[[1]], sets[[2]]), two_sided(sets[[3]], sets[[2]]), two_sided(sets[[1]], sets[[4]]),
                      by_coin(groups[[1]][1:7], groups[[2]][1:6]), by_coin(groups[[3]], groups[[4]])),
    two_sample_drawn = list(by_coin(whole[[1]], whole[[2]])),
    paired = lapply(shifted[1:4], flips),
    welch = list(welch(groups[[1]], groups[[2]]), welch(groups[[3]], groups[[4]])),
    paired_d = list(paired_d(groups[[1]] - 40), paired_d(groups[[2]] - 50), paired_d(c(3, -1, 4)), paired_d(c(-20, -12, -24, -19, -4))),
    pooled_d = list(pooled_d(groups[[1]], groups[[2]]), pooled_d(groups[[3]], groups[[4]]), pooled_d(c(1, 2), c(5, 9))),
    cliff = list(cliff(groups[[1]], groups[[2]]), cliff(groups[[3]], groups[[4]]), cliff(c(1, 2, 2), c(2, 2, 3, 3))),
    odds = list(odds(12, 30, 20, 32), odds(0, 24, 5, 24), odds(3, 3, 2, 6)),
    mcnemar = list(mcnemar_row(36, 12, 2, 0), mcnemar_row(5, 1, 9, 17), mcnemar_row(10, 4, 4, 10), mcnemar_row(0, 1, 0, 2), mcnemar_row(200, 61, 88, 51)),
    adjusted = list(adjusted(c(0.01, 0.04, 0.03, 0.005)), adjusted(c(0.5, 0.5, 0.2, 1)), adjusted(0.03), adjusted(round(runif(12)^2, 4))))
write(toJSON(result, digits = NA, auto_unbox = TRUE), "inference_r.json")
