# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reads design.json and writes design_r.json in the working folder: Rscript make_design.R
# Additive means by lm() and predict(), their jackknife over frameworks, and cluster-robust intervals by sandwich.

library(jsonlite)
library(sandwich)

study <- fromJSON("design.json", simplifyVector = FALSE)
tasks <- do.call(rbind, lapply(study$tasks, as.data.frame))
tasks$configuration <- paste(tasks$scaffold, tasks$model)

additive <- function(part) {
    fit <- lm(a ~ configuration + task, data = part)
    all <- expand.grid(configuration = unique(part$configuration), task = unique(part$task))
    tapply(predict(fit, all), all$configuration, mean)
}

design <- function(part, level) {
    means <- additive(part)
    left <- sapply(unique(part$framework), function(f) additive(part[part$framework != f, ])[names(means)])
    g <- ncol(left)
    se <- sqrt((g - 1) / g * rowSums((left - rowMeans(left))^2))
    half <- qt(0.975, g - 1) * se
    counts <- table(part$task)
    shared <- part[part$task %in% names(counts)[counts == length(means)], ]
    lapply(names(means), function(name) {
        own <- part[part$configuration == name, ]
        list(level = level, configuration = name, tasks = nrow(own), plain = mean(own$a),
             shared = if (nrow(shared) > 0) mean(shared$a[shared$configuration == name]) else NULL,
             shared_tasks = nrow(shared) / length(means), additive = means[[name]],
             low = means[[name]] - half[[name]], high = means[[name]] + half[[name]])
    })
}

clustered <- function(row) {
    values <- unlist(row$values)
    labels <- unlist(row$labels)
    if (length(unique(labels)) < 2)
        return(list(mean = mean(values)))
    fit <- lm(values ~ 1)
    se <- sqrt(vcovCL(fit, cluster = labels, type = "HC0", cadjust = TRUE)[1, 1])
    df <- length(unique(labels)) - 1
    list(mean = coef(fit)[[1]], low = coef(fit)[[1]] - qt(0.975, df) * se, high = coef(fit)[[1]] + qt(0.975, df) * se,
         p = 2 * pt(-abs(coef(fit)[[1]] / se), df))
}

levels <- c(lapply(0:3, function(l) design(tasks[tasks$level == l, ], l)), list(design(tasks, 4)))
result <- list(origin = paste("make_design.R with", R.version.string, "and sandwich", packageVersion("sandwich")),
               design = do.call(c, levels), interactions = lapply(study$interactions, clustered),
               frameworks = lapply(study$frameworks, clustered))
writeLines(toJSON(result, auto_unbox = TRUE, digits = 17, null = "null", pretty = FALSE), "design_r.json")
