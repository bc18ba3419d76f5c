// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>

#include <optional>
#include <vector>

namespace Decayscope {

enum class Page : quint8 {
    Overview,
    Tables,
    Figures,
    Analyses,
    Differences,
    Runs,
    Run,
    Compare,
    Label,
    Agreement,
    Evaluate,
    Verifiers,
    Tasks
};

inline constexpr int pageCount = 13;

/// Where in a run the reader is.
struct RunPlace
{
    RunId run;
    int turn = 0; ///< 0-based.
    QString file; ///< Shown in the code; empty for none.
    int line = 0; ///< 1-based; 0 for none.

    bool operator==(const RunPlace &) const = default;
};

/// Where the reader is: the page, the filter in force, and what the runs shown stand behind, if anything.
struct Place
{
    Page page = Page::Overview;
    RunFilter filter;
    QString table; ///< Of the tables page.
    QString figure; ///< Of the figures page.
    QString analysis; ///< Of the analyses page.
    QString originTitle; ///< Such as "GPT-5-mini · L2"; empty for none.
    RunFilter origin;
    std::optional<RunPlace> run; ///< Of the run page.
    std::vector<RunId> compared; ///< Of the compare page, two to four.

    bool operator==(const Place &) const = default;
};

/// The places visited, to go back and forward through as in a browser.
class PlaceHistory
{
public:
    [[nodiscard]] const Place &current() const { return m_places[m_at]; }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }

    void visit(const Place &place); ///< Forgets what lay ahead. The current place again changes nothing.
    void replace(const Place &place) { m_places[m_at] = place; }
    void goBack();
    void goForward();

private:
    std::vector<Place> m_places{Place{}};
    std::size_t m_at = 0;
};

} // namespace Decayscope
