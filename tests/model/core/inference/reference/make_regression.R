# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Writes regression.json into the working folder: Rscript make_regression.R
# Made-up runs of tasks and what R's packages fit to them: lme4 (glmer, lmer), nlme (degrees of freedom), sandwich (vcovCL).

suppressMessages({library(lme4); library(nlme); library(sandwich); library(lmtest); library(jsonlite)})

# Runs of tasks (framework x variant) by configurations, three trials each; `keep` leaves cells out.
study <- function(seed, sd, intercept, keep = 1, frameworks = 5, configurations = 4) {
    set.seed(seed)
    variants <- expand.grid(architecture = 0:1, database = c("none", "postgres", "sqlite"), orm = 0:1)
    variants <- subset(variants, !(database == "none" & orm == 1))
    tasks <- merge(variants, data.frame(framework = seq_len(frameworks)))
    tasks$task <- seq_len(nrow(tasks))
    tasks$effect <- rnorm(nrow(tasks), 0, sd)
    runs <- merge(merge(tasks, data.frame(configuration = seq_len(configurations))), data.frame(trial = 1:3))
    runs <- runs[order(runs$configuration, runs$task, runs$trial), ]
    cell <- runs$task * 1000 + runs$configuration
    kept <- unique(cell)[runif(length(unique(cell))) < keep]
    runs <- runs[cell %in% kept, ]
    runs$postgres <- as.numeric(runs$database == "postgres")
    runs$sqlite <- as.numeric(runs$database == "sqlite")
    eta <- intercept - 0.7 * runs$architecture - 1.1 * runs$postgres - 0.4 * runs$sqlite - 0.5 * runs$orm +
        0.3 * (runs$framework - 2) + 0.5 * runs$configuration + runs$effect
    runs$success <- as.numeric(runif(nrow(runs)) < plogis(eta))
    runs$share <- round(pmin(100, pmax(0, 60 + 12 * eta + rnorm(nrow(runs), 0, 15))), 2)
    runs$framework <- factor(runs$framework)
    runs$configuration <- factor(runs$configuration)
    runs
}

fixed <- ~ architecture + postgres + sqlite + orm + framework + configuration

table_of <- function(estimates, errors) list(estimate = unname(estimates), se = unname(errors))

mixed <- function(runs, nodes) {
    fit <- glmer(update(fixed, success ~ . + (1 | task)), data = runs, family = binomial, nAGQ = nodes,
                 control = glmerControl(optimizer = "bobyqa", optCtrl = list(maxfun = 1e6, rhoend = 1e-9), tolPwrss = 1e-12,
                                        check.conv.singular = "ignore", calc.derivs = TRUE))
    c(table_of(fixef(fit), sqrt(diag(as.matrix(vcov(fit))))),
      list(nodes = nodes, sd = attr(VarCorr(fit)$task, "stddev")[[1]], logLik = as.numeric(logLik(fit)), AIC = AIC(fit)))
}

clustered <- function(fit, runs) {
    v <- vcovCL(fit, cluster = runs$task, type = "HC1")
    degrees <- length(unique(runs$task)) - 1
    test <- coeftest(fit, vcov. = v, df = degrees)
    c(table_of(coef(fit), sqrt(diag(v))),
      list(p = unname(test[, 4]), low = unname(coefci(fit, vcov. = v, df = degrees)[, 1]), degrees = degrees,
           logLik = as.numeric(logLik(fit)), AIC = AIC(fit)))
}

linear_mixed <- function(runs) {
    by_lmer <- lmer(update(fixed, share ~ . + (1 | task)), data = runs, REML = TRUE,
                    control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10), check.conv.singular = "ignore"))
    by_lme <- lme(update(fixed, share ~ .), random = ~ 1 | task, data = runs, method = "REML")
    shown <- summary(by_lme)$tTable
    c(table_of(fixef(by_lmer), sqrt(diag(as.matrix(vcov(by_lmer))))),
      list(degrees = unname(shown[, "DF"]), p_nlme = unname(shown[, "p-value"]), sd = attr(VarCorr(by_lmer)$task, "stddev")[[1]],
           residual = sigma(by_lmer), logLik = as.numeric(logLik(by_lmer)), AIC = AIC(by_lmer)))
}

fixture <- function(name, runs) {
    x <- model.matrix(fixed, runs)
    list(name = name, terms = colnames(x), columns = unname(lapply(seq_len(ncol(x)), function(j) unname(x[, j]))),
         groups = runs$task, success = runs$success, share = runs$share,
         mixed = list(mixed(runs, 1), mixed(runs, 9), mixed(runs, 15)),
         logistic = clustered(glm(update(fixed, success ~ .), data = runs, family = binomial,
                                  control = glm.control(epsilon = 1e-15, maxit = 100)), runs),
         linear = clustered(lm(update(fixed, share ~ .), data = runs), runs), linear_mixed = linear_mixed(runs))
}

# A configuration that never succeeds: what glm and glmer say of the other runs.
separated <- function(runs) {
    runs$success[runs$configuration == "2"] <- 0
    rest <- droplevels(runs[runs$configuration != "2", ])
    fit <- glm(update(fixed, success ~ .), data = rest, family = binomial, control = glm.control(epsilon = 1e-15, maxit = 100))
    x <- model.matrix(fixed, runs)
    list(name = "separated", terms = colnames(x), columns = unname(lapply(seq_len(ncol(x)), function(j) unname(x[, j]))),
         groups = runs$task, success = runs$success, share = runs$share, lost = "configuration2", rows = nrow(rest),
         logistic = clustered(fit, rest), mixed = list(mixed(rest, 1), mixed(rest, 9)))
}

balanced <- study(1, 0.9, 0.6)
fixtures <- list(fixture("balanced", balanced), fixture("unbalanced", study(2, 1.4, 0.2, keep = 0.6)),
                 fixture("near zero variance", study(4, 0, 0.5)), fixture("zero variance", study(5, 0.25, 0.5)))
versions <- paste(sapply(c("lme4", "nlme", "sandwich", "lmtest"), function(p) paste(p, packageVersion(p))), collapse = ", ")
writeLines(toJSON(list(origin = sprintf("make_regression.R with %s, %s", R.version.string, versions), fixtures = fixtures,
                       separated = separated(study(6, 0.8, 0.5))), auto_unbox = TRUE, digits = NA), "regression.json")
