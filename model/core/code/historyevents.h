// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shelledits.h"

#include <QHash>

namespace Decayscope {

/// What is known of how a command or tool call ended.
struct CallOutcome
{
    bool isKnown = false; ///< A result was seen.
    std::optional<int> returnCode;
    bool isError = false;
    bool isPartial = false; ///< Its output was cut.
    bool hasSyntaxError = false; ///< The shell did not understand the command.
    QStringList complaints; ///< Lines in which the shell or a file tool says that it failed.
};

[[nodiscard]] CallOutcome outcomeOf(const TurnPart &result);

/// Whether an edit came to be.
enum class Happening : quint8 { Yes, No, Doubtful };

/// One change of files, and the call it belongs to.
struct HistoryEvent
{
    int turn = 0; ///< That asked for it.
    int call = -1; ///< Index into HistoryEvents::calls; -1 for reports that need no result.
    ShellEdit edit;
    bool isShell = false;
    bool isReplaced = false; ///< A tool reported what came of it.
};

/// A command or tool call that waits for its result.
struct HistoryCall
{
    QString id;
    QString name; ///< Its first line, shortened.
    std::vector<ShellFolder> foldersMade;
    CallOutcome outcome;
    std::size_t firstEvent = 0;
    std::size_t eventEnd = 0;
};

/// Everything in a trajectory that touches files, in order.
struct HistoryEvents
{
    std::vector<HistoryEvent> events;
    std::vector<HistoryCall> calls;
    QStringList folders; ///< That commands ran in.

    [[nodiscard]] Happening happening(const HistoryEvent &event) const;
    /// Whether a folder that a call was to make is there.
    [[nodiscard]] static bool isMade(const HistoryCall &call, const ShellFolder &folder);
};

/// Takes turns in order and joins calls to their results.
class EventCollector
{
public:
    void add(const TurnContent &turn);
    [[nodiscard]] HistoryEvents take() { return std::move(m_events); }

private:
    void addCommand(int turn, const TurnPart &part);
    void addEdit(int turn, const TurnPart &part);
    void addReport(int turn, const TurnPart &part);
    void addResult(const TurnPart &part);
    void forgetWaiting();
    int newCall(const TurnPart &part, const QString &name);
    void push(HistoryEvent event);
    [[nodiscard]] int callFor(const QString &id) const;

    HistoryEvents m_events;
    QHash<QString, int> m_callsById;
    std::vector<int> m_waiting; ///< Calls without an id that have no result yet.
    std::size_t m_firstWaiting = 0;
    qsizetype m_characters = 0;
};

} // namespace Decayscope
