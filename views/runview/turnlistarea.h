// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnfinder.h"
#include "turnheights.h"
#include "turnlayout.h"
#include "turnreader.h"

#include <QAbstractScrollArea>

#include <memory>
#include <unordered_map>

class QTimer;
class QVariantAnimation;

namespace Decayscope {

/// The scrolled part of the turn list. It lays out what is visible and a little more; where it stands is kept as a turn
/// and its place in the viewport, so that heights may settle anywhere without moving what is being read.
class TurnListArea final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TurnListArea(QWidget *parent = nullptr);
    ~TurnListArea() override;

    void setTurns(std::shared_ptr<const TurnSource> turns);
    void setDigest(std::shared_ptr<const TrajectoryDigest> digest);

    [[nodiscard]] int count() const { return m_heights.count(); }
    [[nodiscard]] int currentTurn() const { return m_current; }
    void setCurrentTurn(int turn);
    /// Moves to the next turn that is shown, or the one before for a negative step.
    void step(int step);

    void setGroups(const ShownGroups &groups);
    [[nodiscard]] const ShownGroups &groups() const { return m_groups; }
    [[nodiscard]] bool isTurnShown(int turn) const;
    [[nodiscard]] TurnKind kindOf(int turn) const;
    /// Number, kind and title of a turn as one line, for readers of the screen.
    [[nodiscard]] QString nameOf(int turn) const;

    void toggleFold();
    void foldAll(bool folded);
    void toggleRaw();
    void followMainLink();

    /// Hits are marked and the given one is brought into view, unfolding what hides it.
    void setHits(const TurnFinder *finder, const std::optional<TurnHit> &current);
    void showHit(const TurnHit &hit);
    void setWords(const QStringList &words);

    [[nodiscard]] QString selectedText() const;
    void copySelection();
    void copyParts(PartKind kind);

    [[nodiscard]] int firstVisible() const;
    [[nodiscard]] int lastVisible() const;
    /// Where the turn stands in the viewport; empty where it is not visible.
    [[nodiscard]] QRect visualRect(int turn) const;
    [[nodiscard]] int turnAt(const QPoint &point) const;
    /// Every visible turn as TurnLayout::visibleTexts has it.
    [[nodiscard]] QStringList visibleTexts() const;
    /// How many turns are held laid out, and in how many bytes.
    [[nodiscard]] std::pair<int, qint64> held() const;

signals:
    void currentTurnChanged(int turn);
    void visibleChanged();
    void codeRequested(const QString &path, int line);
    void linkCopyRequested(int turn);
    void copied(const QString &what);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Held
    {
        std::shared_ptr<const ShownTurn> shown;
        std::unique_ptr<TurnLayout> layout;
        bool isRaw = false;
    };
    struct Row
    {
        int turn = 0;
        int y = 0;
    };

    // Places: turnlistarea.cpp
    void place();
    void placeFrom(int turn, int y);
    void settleAnchor();
    void updateScrollBar();
    void scrollBy(qint64 pixels);
    void scrollCalmlyBy(int pixels);
    void jumpTo(int turn, int y);
    void bringIntoView(int turn);
    [[nodiscard]] int neighbour(int turn, int step) const;
    [[nodiscard]] int bodyHeight() const;

    // Contents: turnlistcontent.cpp
    TurnLayout &laidOut(int turn);
    void takeTurn(int turn);
    [[nodiscard]] TurnHead headOf(int turn, const ShownTurn &shown, bool hasBody) const;
    [[nodiscard]] QString headTitle(int turn, const ShownTurn &shown, bool hasBody) const;
    [[nodiscard]] QStringList headMeta(int turn, const ShownTurn &shown) const;
    [[nodiscard]] std::optional<double> secondsBefore(int turn, const std::optional<qint64> &time) const;
    [[nodiscard]] int estimatedHeight(int turn) const;
    void estimateAll();
    void forget(int turn);
    void forgetLayouts();
    void evict();
    [[nodiscard]] TurnLook makeLook() const;

    // Hits: turnlistmarks.cpp
    void applyMarks(int turn, TurnLayout &layout) const;
    void openAround(const TurnHit &hit);

    // Folds: turnlistfolds.cpp
    void keepPlaceOf(int turn);
    void follow(const TurnLink &link);

    // Hands: turnlistinput.cpp
    void makeCurrent(int turn);
    void selectTo(const QPoint &point);
    void dragTurn();
    [[nodiscard]] TurnLink linkAt(const QPoint &point) const;
    void moveDown();
    void moveUp();

    std::shared_ptr<const TurnSource> m_turns;
    std::shared_ptr<const TrajectoryDigest> m_digest;
    TurnReader m_reader;
    TurnHeights m_heights;
    TurnLook m_look;
    std::unordered_map<int, Held> m_held;
    std::unordered_map<int, TurnFold> m_folds;
    bool m_isOpenByDefault = false;
    ShownGroups m_groups;
    std::vector<Row> m_rows; ///< What is visible, from the top.
    int m_anchor = 0; ///< The turn that stays where it is,
    int m_anchorY = 0; ///< and where its top is in the viewport.
    int m_current = -1;
    qint64 m_barScale = 1;
    bool m_isPlacing = false;
    QVariantAnimation *m_scroll;
    int m_scrolled = 0; ///< Pixels that the running animation has done.
    QTimer *m_ahead;

    const TurnFinder *m_finder = nullptr;
    std::optional<TurnHit> m_hit;
    std::optional<TurnHit> m_awaited; ///< To be shown once its turn is read.
    QStringList m_words;

    int m_selectedTurn = -1;
    LayoutPlace m_pressed;
    QPoint m_pressedAt;
    TurnSelection m_selection;
    TurnLink m_pressedLink;
};

} // namespace Decayscope
