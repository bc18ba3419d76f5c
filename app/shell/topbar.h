// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>
#include <domain/studysnapshot.h>
#include <pages/scorechoice.h>

#include <QWidget>

class QLabel;
class QToolButton;

namespace Decayscope {

class FilterChips;
class SegmentedSwitch;

/// Above every page: which study it is, the filter in force, and the one switch that says what every number counts.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setStudy(const StudySnapshot &study);
    void setFilter(const RunFilter &filter);
    void setScore(ScoreChoice score);

    [[nodiscard]] QString studyText() const;
    [[nodiscard]] FilterChips *chips() const { return m_chips; }

signals:
    void filterChosen(const RunFilter &filter);
    void scoreChosen(Decayscope::ScoreChoice score);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_name;
    QLabel *m_sample;
    QLabel *m_readOnly;
    FilterChips *m_chips;
    QToolButton *m_clear;
    SegmentedSwitch *m_score;
};

} // namespace Decayscope
