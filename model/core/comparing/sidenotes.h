// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sidepairing.h"

#include <figures/tablecontext.h>
#include <figures/tabledraft.h>
#include <stats/interval.h>

namespace Decayscope {

/// What every table of a comparison needs: the paired sides, filters for runs of either, and what to say about them.
class ComparisonContext
{
public:
    /// Refers to all of them.
    ComparisonContext(
        const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options, const PairedSides &sides);

    [[nodiscard]] const ComparedSide &a() const { return m_a; }
    [[nodiscard]] const ComparedSide &b() const { return m_b; }
    [[nodiscard]] const PairedSides &sides() const { return m_sides; }
    [[nodiscard]] const SideComparisonOptions &options() const { return m_options; }

    [[nodiscard]] RunFilter runsOfA(std::set<RunId> ids) const;
    [[nodiscard]] RunFilter runsOfB(std::set<RunId> ids) const;

    /// A draft with the sides' names in its title and beside its rows.
    [[nodiscard]] TableDraft startedTable(const QString &name, const QString &title) const;

    /// Adds what is said below every table: which sides, how paired, who was left out.
    [[nodiscard]] TableSpec finished(TableDraft &draft) const;

    /// The same for the figure.
    void finish(FigureSpec &figure) const;

    [[nodiscard]] QString measureWords() const; ///< "A% (strict)"
    [[nodiscard]] QString adjustmentWords() const; ///< "Holm"; empty for none.
    [[nodiscard]] QString countWords() const; ///< EstimatorCard::count

private:
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QString pairingNote() const;
    [[nodiscard]] QStringList leftOutNotes() const;
    [[nodiscard]] QStringList exclusions() const;
    [[nodiscard]] QString caveat() const;

    const ComparedSide &m_a;
    const ComparedSide &m_b;
    const SideComparisonOptions &m_options;
    const PairedSides &m_sides;
    TableContext m_contextA;
    TableContext m_contextB;
};

} // namespace Decayscope
