// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <trajectory/turndigest.h>

#include <QWidget>

#include <array>
#include <memory>

namespace Decayscope {

/// The course of a run from top to bottom: a lane each for edits, tests, errors and loops, what a search found, and
/// where one is. A click asks for the turn there.
class TurnStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit TurnStrip(QWidget *parent = nullptr);

    void setCount(int turns);
    void setDigest(std::shared_ptr<const TrajectoryDigest> digest);
    void setHits(std::vector<int> turns);
    void setCurrent(int turn);
    void setVisibleTurns(int first, int last);

    /// What the strip says of the turn at a place: its number, title and loop.
    [[nodiscard]] QString textAt(int y) const;
    [[nodiscard]] int turnAt(int y) const;
    /// How many marks each lane has, in words.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void turnRequested(int turn);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void gather();
    [[nodiscard]] int placeOf(int turn) const;
    void paintLanes(QPainter &painter) const;
    void paintLoops(QPainter &painter) const;

    static constexpr int lanes = 3;
    std::shared_ptr<const TrajectoryDigest> m_digest;
    std::array<std::vector<int>, lanes> m_marks; ///< Places of edits, tests and errors, each once.
    std::array<int, lanes> m_counts{};
    std::vector<int> m_hits;
    int m_turns = 0;
    int m_current = -1;
    int m_first = -1;
    int m_last = -1;
};

/// "npm start, 5 rounds, turns 12 to 30".
[[nodiscard]] QString loopText(const TurnLoop &loop);

} // namespace Decayscope
