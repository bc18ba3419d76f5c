// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "place.h"
#include "runcontroller.h"

#include <domain/searchhit.h>
#include <pages/runpage.h>

#include <QFutureWatcher>
#include <QObject>

#include <optional>

namespace Decayscope {

class CommandSet;
class CompareController;
class CompareView;
class SearchPanel;

/// What is done with single runs: reading one, stepping through the list, marking, comparing, searching them all. It
/// fills its pages and says where the reader goes; the window keeps the places.
class ReadingDesk final : public QObject
{
    Q_OBJECT

public:
    struct Pages
    {
        RunPage &run;
        CompareView &compare;
        SearchPanel &search;
    };

    ReadingDesk(StudyController &study, const Pages &pages, CommandSet &commands, QObject *parent);

    void takeStudy(); ///< Another study is open: nothing is read or marked.
    /// The same study, changed: a run that is not what was read is read anew when it is shown next.
    void takeChange();

    /// Shows the run or comparison of a place; other pages change nothing.
    void show(const Place &place);

    /// The runs to step through, in the order the reader saw them.
    void setList(std::vector<RunId> runs) { m_list = std::move(runs); }

    /// Asks to read a run; its place is the beginning, or where a hit stands.
    void read(const RunPlace &place);
    void compare(const std::vector<RunId> &runs);
    void followLink(const QString &text);

    /// Writes the run in view as one HTML page, in the background.
    void exportRun(const QString &path);

    /// A link to what is read; empty while nothing is.
    [[nodiscard]] QString link() const;
    [[nodiscard]] const std::vector<RunId> &marked() const { return m_marked; }
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QString titleOf(RunId run) const;

signals:
    void readRun(Decayscope::RunId run); ///< Somebody sees this run, with its identity.
    void visited(const Decayscope::Place &place); ///< To be put into the history, and shown.
    void left(const Decayscope::Place &place); ///< The place in view is now this one; the one before stays in history.
    void moved(const Decayscope::Place &place); ///< The place in view is now this one, step by step.
    void problem(const QString &sentence);
    void told(const QString &sentence);
    void linkRequested(const QString &link); ///< To go to the clipboard.

private:
    void connectPage();
    void connectCommands();
    void connectSearch();
    void take(const std::shared_ptr<const RunReading> &reading);
    void takeCode(const CodeReading &code);
    void step(int by);
    void toggleMark();
    void compareMarked();
    void refreshCommands();
    void search(SearchRequest request);
    void openHit(const SearchHit &hit);
    [[nodiscard]] std::vector<RunId> runsInList() const;
    [[nodiscard]] std::vector<RunId> runsOfFilter() const;
    [[nodiscard]] QString linkTo(const ReadingPlace &place) const;
    [[nodiscard]] Place placeAt(const ReadingPlace &place) const;

    StudyController &m_study;
    Pages m_pages;
    CommandSet &m_commands;
    RunController m_runs;
    CompareController *m_comparison;
    QFutureWatcher<Result<SearchPage>> m_search;
    Place m_place; ///< As the window last showed it, kept up with what is read.
    std::optional<RunPlace> m_wanted; ///< To be shown once what it needs has come.
    QThreadPool m_pool;
    LatestJob m_export;
    std::vector<RunId> m_marked;
    std::vector<RunId> m_list;
};

} // namespace Decayscope
