// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnhit.h"

#include <domain/turnsource.h>
#include <trajectory/turndigest.h>

#include <QWidget>

#include <memory>
#include <optional>

class QTimer;

namespace Decayscope {

class FindBar;
class GoToBar;
class TurnFinder;
class TurnListArea;
class TurnListHeader;
class TurnStrip;

/// The turns of a run as a virtual list, with the strip of its course beside the scroll bar.
///
/// Turns are counted from 0 here and in every signal; people see numbers from 1.
class TurnListView final : public QWidget
{
    Q_OBJECT

public:
    enum class Group : quint8 { Tools, Reasoning, Outputs, Metadata };

    explicit TurnListView(QWidget *parent = nullptr);
    ~TurnListView() override;

    /// Shows other turns from their start. Null shows none.
    void setTurns(std::shared_ptr<const TurnSource> turns);
    /// The course of these turns: strip, titles, running sums and loops. One of another length is not taken.
    void setDigest(std::shared_ptr<const TrajectoryDigest> digest);

    /// -1 while there are no turns.
    [[nodiscard]] int currentTurn() const;
    /// Selects the turn and brings it into view. A turn whose group is hidden is shown nevertheless while it is
    /// current.
    void setCurrentTurn(int turn);
    void nextTurn();
    void previousTurn();

    void setShown(Group group, bool shown);
    [[nodiscard]] bool isShown(Group group) const;

    void toggleFold();
    /// Folds all long parts of all turns, or opens them.
    void foldAll(bool folded);
    void toggleRaw();
    void copySelection();
    [[nodiscard]] QString selectedText() const; ///< Of the turns; empty for none.

    void openFind();
    void openGoTo();
    void findNext();
    void findPrevious();
    void closeBars();
    /// Marks the words of a search that led here, wherever they stand; empty takes the marks away.
    void highlight(const QString &words);

    /// Which groups are shown and how is searched. A state that cannot be read changes nothing.
    [[nodiscard]] QByteArray state() const;
    void restoreState(const QByteArray &state);

    [[nodiscard]] TurnListArea *area() const { return m_area; }
    [[nodiscard]] TurnStrip *strip() const { return m_strip; }
    /// How the find bar says where one is: "3 of 17".
    [[nodiscard]] QString findStatus() const;
    /// The words of the header: place, tokens, cost and time so far.
    [[nodiscard]] QString headerText() const;

signals:
    void currentTurnChanged(int turn);
    /// A path in a turn was followed; `line` is 0 where none is known.
    void codeRequested(const QString &path, int line);
    void linkCopyRequested(int turn);
    /// Something went to the clipboard; `what` is a sentence for the status bar.
    void copied(const QString &what);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void createParts();
    void connectParts();
    void startFind();
    void stepHit(int step);
    void showCourse(int turn);
    void takeHits();
    void showStatus();

    std::shared_ptr<const TurnSource> m_turns;
    std::shared_ptr<const TrajectoryDigest> m_digest;
    TurnListHeader *m_header;
    FindBar *m_find;
    GoToBar *m_goTo;
    TurnListArea *m_area;
    TurnStrip *m_strip;
    TurnFinder *m_finder;
    QTimer *m_findDelay;
    std::optional<TurnHit> m_hit;
    bool m_isHitShown = false; ///< The first hit of a search is shown by itself.
};

} // namespace Decayscope
