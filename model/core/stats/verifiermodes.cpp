// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiermodes.h"

#include <map>

namespace Decayscope {

namespace {

void count(ModeAgreement &row, const Run &run, bool reference, bool syntax)
{
    auto &runs = reference ? (syntax ? row.bothCompliant : row.onlyReference) : (syntax ? row.onlySyntax : row.neither);
    runs.insert(run.id);
}

} // namespace

/// Source: Cohen (1960), A coefficient of agreement for nominal scales.
std::optional<double> ModeAgreement::kappa() const
{
    const auto n = static_cast<double>(runs());
    if (n == 0)
        return std::nullopt;
    const auto observed = static_cast<double>(bothCompliant.size() + neither.size()) / n;
    const auto reference = static_cast<double>(bothCompliant.size() + onlyReference.size()) / n;
    const auto syntax = static_cast<double>(bothCompliant.size() + onlySyntax.size()) / n;
    const auto expected = reference * syntax + (1 - reference) * (1 - syntax);
    if (expected >= 1)
        return std::nullopt;
    return (observed - expected) / (1 - expected);
}

std::vector<ModeAgreement> modeAgreement(std::span<const Run> runs)
{
    std::map<Constraint, ModeAgreement> rows;
    for (const auto &run : runs) {
        if (!run.syntaxVerdicts)
            continue;
        for (const auto constraint : run.task.constraints.toVector()) {
            auto &row = rows.try_emplace(constraint, ModeAgreement{.constraint = constraint}).first->second;
            const auto kind = kindOf(constraint);
            count(row, run, run.verdicts.of(kind) == Verdict::Compliant,
                run.syntaxVerdicts->of(kind) == Verdict::Compliant);
        }
    }
    std::vector<ModeAgreement> list;
    list.reserve(rows.size());
    for (auto &[constraint, row] : rows)
        list.push_back(std::move(row));
    return list;
}

std::vector<Run> judgedBy(VerifierMode mode, std::vector<Run> runs)
{
    if (mode == VerifierMode::Reference)
        return runs;
    std::erase_if(runs, [](const Run &run) { return !run.syntaxVerdicts; });
    for (auto &run : runs)
        run.verdicts = *run.syntaxVerdicts;
    return runs;
}

} // namespace Decayscope
