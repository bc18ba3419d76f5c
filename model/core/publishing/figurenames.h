// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurelook.h"

#include <figures/figurecatalogue.h>
#include <inference/adjustment.h>

#include <array>

namespace Decayscope {

/// A value of a choice and what recipes and the command line call it.
template <typename Value>
struct NamedChoice
{
    Value value;
    QLatin1StringView name;
};

inline constexpr std::array paletteChoices{NamedChoice{SeriesPalette::Okabe, QLatin1StringView("okabe")},
    NamedChoice{SeriesPalette::Petroff, QLatin1StringView("petroff")},
    NamedChoice{SeriesPalette::Grey, QLatin1StringView("grey")}};

inline constexpr std::array seriesNamesChoices{NamedChoice{SeriesNames::Direct, QLatin1StringView("direct")},
    NamedChoice{SeriesNames::Legend, QLatin1StringView("legend")},
    NamedChoice{SeriesNames::Hidden, QLatin1StringView("hidden")}};

inline constexpr std::array intervalChoices{NamedChoice{IntervalDrawing::AsShape, QLatin1StringView("as-shape")},
    NamedChoice{IntervalDrawing::Band, QLatin1StringView("band")},
    NamedChoice{IntervalDrawing::Bars, QLatin1StringView("bars")},
    NamedChoice{IntervalDrawing::Both, QLatin1StringView("both")},
    NamedChoice{IntervalDrawing::Hidden, QLatin1StringView("hidden")}};

inline constexpr std::array scoreModeChoices{
    NamedChoice{ScoreMode::Strict, QLatin1StringView("strict")}, NamedChoice{ScoreMode::Raw, QLatin1StringView("raw")}};

inline constexpr std::array verifierChoices{NamedChoice{VerifierMode::Reference, QLatin1StringView("reference")},
    NamedChoice{VerifierMode::Syntax, QLatin1StringView("syntax")}};

inline constexpr std::array metricChoices{NamedChoice{DecayMetric::AssertionsStrict, QLatin1StringView("a")},
    NamedChoice{DecayMetric::AssertionsRaw, QLatin1StringView("a-raw")},
    NamedChoice{DecayMetric::PassAt1, QLatin1StringView("pass")}};

inline constexpr std::array chainChoices{NamedChoice{DecayTasks::All, QLatin1StringView("all")},
    NamedChoice{DecayTasks::MatchedChains, QLatin1StringView("matched")}};

inline constexpr std::array facetChoices{NamedChoice{FigureFacet::None, QLatin1StringView("none")},
    NamedChoice{FigureFacet::Model, QLatin1StringView("model")},
    NamedChoice{FigureFacet::Scaffold, QLatin1StringView("scaffold")},
    NamedChoice{FigureFacet::Framework, QLatin1StringView("framework")}};

inline constexpr std::array taxonomyChoices{NamedChoice{TaxonomyGrouping::Model, QLatin1StringView("model")},
    NamedChoice{TaxonomyGrouping::Framework, QLatin1StringView("framework")},
    NamedChoice{TaxonomyGrouping::Level, QLatin1StringView("level")},
    NamedChoice{TaxonomyGrouping::Constraint, QLatin1StringView("constraint")}};

inline constexpr std::array tokenChoices{NamedChoice{TokenMeasure::Input, QLatin1StringView("input")},
    NamedChoice{TokenMeasure::Output, QLatin1StringView("output")},
    NamedChoice{TokenMeasure::Cost, QLatin1StringView("cost")}};

inline constexpr std::array adjustmentChoices{NamedChoice{Adjustment::None, QLatin1StringView("none")},
    NamedChoice{Adjustment::Holm, QLatin1StringView("holm")},
    NamedChoice{Adjustment::BenjaminiHochberg, QLatin1StringView("bh")}};

/// Empty for a value without a name.
template <typename Value, std::size_t count>
[[nodiscard]] QString nameOfChoice(Value value, const std::array<NamedChoice<Value>, count> &choices)
{
    for (const auto &choice : choices) {
        if (choice.value == value)
            return choice.name;
    }
    return {};
}

template <typename Value, std::size_t count>
[[nodiscard]] std::optional<Value> choiceNamed(QStringView name, const std::array<NamedChoice<Value>, count> &choices)
{
    for (const auto &choice : choices) {
        if (choice.name == name)
            return choice.value;
    }
    return std::nullopt;
}

template <typename Value, std::size_t count>
[[nodiscard]] QStringList namesOfChoices(const std::array<NamedChoice<Value>, count> &choices)
{
    QStringList names;
    for (const auto &choice : choices)
        names.append(choice.name);
    return names;
}

} // namespace Decayscope
