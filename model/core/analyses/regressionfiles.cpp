// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressionfiles.h"

#include "plainnames.h"

#include <QLocale>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QByteArray numberText(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray quoted(const QString &plainName)
{
    return '"' + plainName.toUtf8().replace('"', "\"\"") + '"';
}

QByteArray listOfR(const QByteArrayList &values)
{
    return "c(" + values.join(", ") + ")";
}

/// 1 for the rows that count, 0 for those whose outcome separated terms tell.
std::vector<char> usedRows(const FittedRegression &regression)
{
    std::vector<char> used(regression.model.success.size(), 1);
    for (const auto row : regression.fit->determined)
        used[row] = 0;
    return used;
}

QByteArray headerLine(const RegressionModel &model)
{
    QByteArrayList names{"run", "task"};
    for (const auto &factor : model.factors)
        names << factor.name.toUtf8();
    for (const auto &column : constraintColumns())
        names << column.toUtf8();
    return (names << "success" << "share" << "used").join(',') + "\n";
}

QByteArray dataLine(const RegressionModel &model, std::size_t row, RunId run, bool isUsed)
{
    QByteArrayList cells{QByteArray::number(run.value), quoted(model.tasks.at(model.data.groups[row]))};
    for (const auto &factor : model.factors)
        cells << quoted(factor.levels.at(factor.levelOf[row]));
    for (const auto &column : constraintColumns())
        cells << numberText(model.data.columns[static_cast<std::size_t>(model.data.terms.indexOf(column))][row]);
    cells << numberText(model.success[row]) << numberText(model.share[row]) << (isUsed ? "1" : "0");
    return cells.join(',') + "\n";
}

QByteArray dataFile(const FittedRegression &regression, std::span<const Run> runs)
{
    const auto used = usedRows(regression);
    auto csv = headerLine(regression.model);
    for (std::size_t row = 0; row < runs.size(); ++row)
        csv += dataLine(regression.model, row, runs[row].id, used[row] != 0);
    return csv;
}

/// The levels that runs which count have, the reference first.
QByteArrayList levelsUsed(const ModelFactor &factor, const std::vector<char> &used)
{
    std::vector<char> seen(static_cast<std::size_t>(factor.levels.size()), 0);
    for (std::size_t row = 0; row < used.size(); ++row) {
        if (used[row] != 0)
            seen[static_cast<std::size_t>(factor.levelOf[row])] = 1;
    }
    QByteArrayList levels;
    for (qsizetype k = 0; k < factor.levels.size(); ++k) {
        if (seen[static_cast<std::size_t>(k)] != 0)
            levels << stringOfR(factor.levels.at(k));
    }
    return levels;
}

/// Lines that turn texts into factors, and the terms of the formula.
struct FactorsOfR
{
    QByteArray lines;
    QByteArrayList terms;
};

FactorsOfR factorsOfR(const FittedRegression &regression)
{
    const auto used = usedRows(regression);
    FactorsOfR factors;
    for (const auto &column : constraintColumns())
        factors.terms << column.toUtf8();
    for (const auto &factor : regression.model.factors) {
        const auto levels = levelsUsed(factor, used);
        const auto name = factor.name.toUtf8();
        factors.lines += "data$" + name + " <- factor(data$" + name + ", levels = " + listOfR(levels) + ")\n";
        if (levels.size() > 1)
            factors.terms << name;
    }
    return factors;
}

/// What was fitted here, as a data frame of R.
QByteArray expectedOfR(const RegressionFit &fit)
{
    QByteArrayList terms;
    QByteArrayList estimates;
    QByteArrayList errors;
    for (const auto &term : fit.terms) {
        if (!term.estimate)
            continue;
        terms << stringOfR(term.name);
        estimates << numberText(term.estimate->value);
        errors << numberText(term.estimate->standardError);
    }
    return "expected <- data.frame(\n    term = " + listOfR(terms) + ",\n    estimate = " + listOfR(estimates)
        + ",\n    error = " + listOfR(errors) + ")\nexpectedLikelihood <- " + numberText(fit.logLikelihood) + "\n";
}

constexpr QByteArrayView readingOfR = R"(
# The data lies beside this script.
script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
folder <- if (length(script) == 1) dirname(gsub("~+~", " ", script, fixed = TRUE)) else "."
data <- read.csv(file.path(folder, "DATA"), colClasses = "character", encoding = "UTF-8", na.strings = character())
for (name in c(NUMBERS)) data[[name]] <- as.numeric(data[[name]])
data <- data[data$used == 1, ] # The others' outcome is told for certain by terms without a finite estimate.
)";

constexpr QByteArrayView comparingOfR = R"(
shown <- data.frame(term = expected$term, estimate = expected$estimate, estimate_R = unname(estimates),
                    error = expected$error, error_R = unname(errors))
print(shown, digits = 7)
cat(sprintf("log-likelihood: %.8f here, %.8f by R\n", expectedLikelihood, as.numeric(logLik(fit))))
off <- max(abs(estimates - expected$estimate) / expected$error, abs(errors / expected$error - 1))
cat(sprintf("greatest difference: %.2g standard errors\n", off))
if (!is.finite(off) || off > TOLERANCE || abs(as.numeric(logLik(fit)) - expectedLikelihood) > 1e-4)
    stop("R and Decayscope differ by more than TOLERANCE standard errors.")
cat("R and Decayscope agree.\n")
)";

QByteArray scriptFile(const FittedRegression &regression, const QString &dataName)
{
    const auto &kind = regression.kind;
    const auto factors = factorsOfR(regression);
    QByteArrayList numbers;
    for (const auto &column : constraintColumns() + QStringList{u"success"_s, u"share"_s, u"used"_s})
        numbers << stringOfR(column);
    QByteArray text = "# " + kind.title.toUtf8() + ", as Decayscope fitted it, fitted again by R.\n# Rscript "
        + kind.name.toUtf8() + ".R\n\n" + kind.libraries + readingOfR.toByteArray();
    text.replace("DATA", dataName.toUtf8()).replace("NUMBERS", numbers.join(", "));
    auto fit = kind.fitOfR;
    text += factors.lines + "\n" + fit.replace("FIXED", factors.terms.join(" + ")) + kind.errorsOfR
        + "\n# What Decayscope got, in the same order.\n" + expectedOfR(*regression.fit);
    return text + comparingOfR.toByteArray().replace("TOLERANCE", kind.tolerance);
}

} // namespace

std::vector<AnalysisFile> regressionFiles(const FittedRegression &regression, std::span<const Run> runs)
{
    if (!regression.fit || !regression.fit->converged)
        return {};
    const QString dataName = regression.kind.name % u"-data.csv";
    return {{regression.kind.name + u".R", scriptFile(regression, dataName)}, {dataName, dataFile(regression, runs)}};
}

} // namespace Decayscope
