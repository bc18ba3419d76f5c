// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "previewpaper.h"

class QComboBox;
class QLabel;
class QScrollArea;

namespace Decayscope {

class SegmentedSwitch;

/// The preview at its true size or another one, in full colour or as some readers see it.
class ExportPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit ExportPreview(QWidget *parent = nullptr);

    [[nodiscard]] PreviewPaper *paper() const { return m_paper; }
    [[nodiscard]] SegmentedSwitch *zoom() const { return m_zoom; }
    [[nodiscard]] QComboBox *vision() const { return m_vision; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void applyZoom();
    void tintSurroundings();
    [[nodiscard]] double screenDotsPerInch() const;
    [[nodiscard]] double fittingFactor() const;

    PreviewPaper *m_paper;
    QScrollArea *m_area;
    SegmentedSwitch *m_zoom;
    QComboBox *m_vision;
    QLabel *m_size;
};

} // namespace Decayscope
