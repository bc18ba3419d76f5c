// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/studysnapshot.h>
#include <figures/tablebuilder.h>

#include <QWidget>

class QLabel;
class QToolButton;

namespace Decayscope {

class FilterChips;
class SegmentedSwitch;

/// Above every page: which study it is, the filter in force, and the one switch between strict and raw.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setStudy(const StudySnapshot &study);
    void setFilter(const RunFilter &filter);
    void setMode(ScoreMode mode);

    [[nodiscard]] QString studyText() const;
    [[nodiscard]] FilterChips *chips() const { return m_chips; }

signals:
    void filterChosen(const RunFilter &filter);
    void modeChosen(ScoreMode mode);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_name;
    QLabel *m_sample;
    QLabel *m_readOnly;
    FilterChips *m_chips;
    QToolButton *m_clear;
    SegmentedSwitch *m_mode;
};

} // namespace Decayscope
