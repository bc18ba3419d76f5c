// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressionkind.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int nodes = 9;

QByteArray bobyqaOf(const QByteArray &control)
{
    return "control = " + control + "(optimizer = \"bobyqa\", optCtrl = list(maxfun = 1e6, rhoend = 1e-8))";
}

/// What the regressions have in common to say.
QStringList assumptionsOfAll()
{
    return {
        u"Constraints, frameworks and configurations add up on the scale of the model: it knows no interactions. "
        u"Where they exist (see the analyses of interactions), a coefficient is an average over the tasks there are."_s,
        u"An ORM only comes with a database, so its term compares tasks with a database and an ORM to tasks with a "
        u"database alone."_s,
        u"Terms that others already tell are left out with a note, as R does with NA."_s};
}

QString separationWords()
{
    return u"Where a term tells the outcome for certain (a configuration that never succeeds), no finite estimate "
           u"exists. "
           u"It is named and left out with its runs, which is the limit the likelihood tends to; the other estimates "
           u"are "
           u"not touched by it."_s;
}

QString formulaOf(QStringView left, QStringView rest)
{
    return left % u" = β₀ + β₁ architecture + β₂ postgres + β₃ sqlite + β₄ orm + β(framework) + β(configuration)" % rest
        % u"\nTreatment contrasts: the references are no constraint, and of frameworks and configurations the one that "
          u"says "
          u"most of success: the greatest n p (1 − p)."_s;
}

QString readingOfOdds()
{
    return u"An odds ratio below 1 makes success rarer: 0.5 halves the odds p/(1 − p), the other terms held fixed. It "
           u"is "
           u"not a ratio of probabilities. Of configurations and frameworks it speaks in comparison to the reference. "
           u"p-values are not adjusted for the number of terms."_s;
}

QString robustFormula(QStringView bread)
{
    return u"\nV = G/(G − 1) · (n − 1)/(n − k) · "_s % bread % u" (Σ_g s_g s_gᵀ) "_s % bread
        % u", G tasks, n runs, k terms, s_g the summed scores of a task; 95 %: β ± t(0.975, G − 1) · √V"_s;
}

QString robustAssumption()
{
    return u"Runs of one task may depend on each other in any way, tasks must be independent. With few tasks (below "
           u"about 40), and of terms that few tasks have, the errors come out too small."_s;
}

RegressionKind mixedLogisticKind()
{
    return {.name = u"regression"_s,
        .title = u"Mixed logistic regression"_s,
        .description
        = u"Odds of success by constraint, framework and configuration, with a random intercept per task."_s,
        .isLogistic = true,
        .isMixed = true,
        .fit = [](const RegressionData &data) { return mixedLogistic(data, nodes); },
        .estimator
        = u"a mixed logistic regression with a random intercept per task (adaptive Gauss–Hermite quadrature, "
          u"9 nodes)"_s,
        .interval = u"95 % Wald intervals (z)"_s,
        .libraries = "suppressMessages(library(lme4))\n"_ba,
        .fitOfR
        = "fit <- glmer(success ~ FIXED + (1 | task), data = data, family = binomial, nAGQ = 9,\n             "_ba
            + bobyqaOf("glmerControl") + ")\nestimates <- fixef(fit)\n",
        .errorsOfR = "errors <- sqrt(diag(as.matrix(vcov(fit))))\n"_ba,
        .tolerance = "1e-3"_ba,
        .card
        = {.question = u"How much do the odds of success change with each constraint, framework and configuration "
                       u"when all are looked at together, and some tasks are harder than their constraints say?"_s,
            .formula = formulaOf(u"logit P(success)", u" + u(task),  u(task) ~ N(0, σ²)")
                % u"\nL(β, σ) = Π_task ∫ Π_runs p^y (1 − p)^(1 − y) φ(u) du by adaptive Gauss–Hermite quadrature with "
                  u"9 "
                  u"nodes; maximised by Newton's method; errors from the Hessian of log L in β and σ."_s,
            .assumptions
            = QStringList{u"Given its task's intercept, every run is independent of the others."_s,
                  u"The intercepts of tasks are normal and do not depend on the terms. A task that is hard for one "
                  u"configuration is as much harder for every other."_s,
                  u"With few tasks (below about 40) σ comes out too small and intervals too narrow. σ = 0 is allowed "
                  u"and said: "
                  u"then the model is the plain logistic regression."_s,
                  separationWords()}
                + assumptionsOfAll(),
            .reading = readingOfOdds()
                % u" It compares runs of one and the same task (a conditional effect), which is "
                  u"farther from 1 than the effect over all tasks that the clustered regression "
                  u"gives."_s,
            .source
            = u"Pinheiro and Bates 1995, Journal of Computational and Graphical Statistics 4(1); Bates, Mächler, "
              u"Bolker and Walker 2015, Journal of Statistical Software 67(1); separation: Albert and Anderson 1984, "
              u"Biometrika 71(1); p of σ = 0: Self and Liang 1987, JASA 82(398)."_s,
            .check
            = u"R 4.5.0, lme4 1.1-37, glmer with nAGQ 1, 9 and 15: coefficients within 3e-6, errors within 4e-5, "
              u"log-likelihood within 1e-6."_s}};
}

RegressionKind clusteredLogisticKind()
{
    return {.name = u"logistic-clustered"_s,
        .title = u"Logistic regression, clustered"_s,
        .description = u"Odds of success by constraint, framework and configuration, with errors robust to tasks."_s,
        .isLogistic = true,
        .isMixed = false,
        .fit = clusteredLogistic,
        .estimator = u"a logistic regression"_s,
        .interval = u"95 % cluster-robust intervals with t(G − 1), clusters = tasks"_s,
        .libraries = "library(sandwich)\n"_ba,
        .fitOfR = "fit <- glm(success ~ FIXED, data = data, family = binomial, control = glm.control(epsilon = 1e-14, "
                  "maxit = 100))\nestimates <- coef(fit)[!is.na(coef(fit))]\n"_ba,
        .errorsOfR = "errors <- sqrt(diag(vcovCL(fit, cluster = data$task, type = \"HC1\")))\nerrors <- "
                     "errors[names(estimates)]\n"_ba,
        .tolerance = "1e-6"_ba,
        .card
        = {.question = u"How much do the odds of success change with each constraint, framework and configuration over "
                       u"all tasks, without a model of how tasks differ?"_s,
            .formula = formulaOf(u"logit P(success)", u"") % robustFormula(u"H⁻¹"),
            .assumptions = QStringList{robustAssumption(), separationWords()} + assumptionsOfAll(),
            .reading = readingOfOdds()
                % u" It compares runs over all tasks (a marginal effect), which is nearer to 1 than "
                  u"the effect within a task that the mixed regression gives."_s,
            .source
            = u"Liang and Zeger 1986, Biometrika 73(1); small-sample factor as in Cameron and Miller 2015, Journal of "
              u"Human Resources 50(2)."_s,
            .check = u"R 4.5.0, glm with sandwich 3.1-1, vcovCL(type = \"HC1\"): 1e-8."_s}};
}

RegressionKind mixedLinearKind()
{
    return {.name = u"linear-mixed"_s,
        .title = u"Mixed linear regression"_s,
        .description
        = u"Share of passed assertions by constraint, framework and configuration, with a random intercept per "
          u"task."_s,
        .isLogistic = false,
        .isMixed = true,
        .fit = mixedLinear,
        .estimator = u"a mixed linear regression of runs with a random intercept per task (REML)"_s,
        .interval = u"95 % t intervals"_s,
        .libraries = "suppressMessages(library(lme4))\n"_ba,
        .fitOfR = "fit <- lmer(share ~ FIXED + (1 | task), data = data, REML = TRUE,\n            "_ba
            + bobyqaOf("lmerControl") + ")\nestimates <- fixef(fit)\n",
        .errorsOfR = "errors <- sqrt(diag(as.matrix(vcov(fit))))\n"_ba,
        .tolerance = "1e-4"_ba,
        .card = {.question = u"How many percentage points of passed assertions does each constraint, framework and "
                             u"configuration change, when some tasks are harder than their constraints say?"_s,
            .formula = formulaOf(u"share of a run (%)", u" + u(task) + ε,  u(task) ~ N(0, σ²),  ε ~ N(0, τ²)")
                % u"\nRestricted maximum likelihood, profiled over σ/τ. Degrees of freedom: terms that vary within "
                  u"tasks, and the intercept, n − G − (the number of such terms, the intercept aside), terms of tasks "
                  u"G − 1 − (their number)."_s,
            .assumptions = QStringList{u"What is left of a run's share is normal and equally wide everywhere. Shares "
                                       u"pile up at 0 and 100, so "
                                       u"p-values are approximate; the estimates are means all the same. The clustered "
                                       u"regression does without "
                                       u"this."_s,
                               u"The intercepts of tasks are normal and independent of the terms."_s}
                + assumptionsOfAll(),
            .reading
            = u"Percentage points of A% that come with a term, the others held fixed. Unlike A% elsewhere it weighs "
              u"runs, not tasks. p-values are not adjusted for the number of terms."_s,
            .source = u"Pinheiro and Bates 2000, Mixed-Effects Models in S and S-PLUS, 2.2 and 2.4.2."_s,
            .check
            = u"R 4.5.0, lme4 1.1-37 (lmer): coefficients and errors within 1e-7; degrees and p: nlme 3.1-168 (lme)."_s}};
}

RegressionKind clusteredLinearKind()
{
    return {.name = u"linear-clustered"_s,
        .title = u"Linear regression, clustered"_s,
        .description
        = u"Share of passed assertions by constraint, framework and configuration, with errors robust to tasks."_s,
        .isLogistic = false,
        .isMixed = false,
        .fit = clusteredLinear,
        .estimator = u"a linear regression of runs (least squares)"_s,
        .interval = u"95 % cluster-robust intervals with t(G − 1), clusters = tasks"_s,
        .libraries = "library(sandwich)\n"_ba,
        .fitOfR = "fit <- lm(share ~ FIXED, data = data)\nestimates <- coef(fit)[!is.na(coef(fit))]\n"_ba,
        .errorsOfR = "errors <- sqrt(diag(vcovCL(fit, cluster = data$task, type = \"HC1\")))\nerrors <- "
                     "errors[names(estimates)]\n"_ba,
        .tolerance = "1e-6"_ba,
        .card = {.question = u"How many percentage points of passed assertions does each constraint, framework and "
                             u"configuration change, without a model of how runs and tasks differ?"_s,
            .formula = formulaOf(u"share of a run (%)", u" + ε") % robustFormula(u"(XᵀX)⁻¹"),
            .assumptions = QStringList{robustAssumption()} + assumptionsOfAll(),
            .reading
            = u"Percentage points of A% that come with a term, the others held fixed. Unlike A% elsewhere it weighs "
              u"runs, not tasks. p-values are not adjusted for the number of terms."_s,
            .source
            = u"Liang and Zeger 1986, Biometrika 73(1); small-sample factor as in Cameron and Miller 2015, Journal of "
              u"Human Resources 50(2)."_s,
            .check = u"R 4.5.0, lm with sandwich 3.1-1, vcovCL(type = \"HC1\"): 1e-8."_s}};
}

} // namespace

const std::vector<RegressionKind> &regressionKinds()
{
    static const std::vector<RegressionKind> kinds{
        mixedLogisticKind(), clusteredLogisticKind(), mixedLinearKind(), clusteredLinearKind()};
    return kinds;
}

} // namespace Decayscope
