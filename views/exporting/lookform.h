// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <publishing/venuepresets.h>

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGridLayout;

namespace Decayscope {

class SegmentedSwitch;

/// How a figure looks on paper, to be chosen: venue and size, font, and how series are told apart.
class LookForm final : public QWidget
{
    Q_OBJECT

public:
    explicit LookForm(std::vector<VenuePreset> presets, QWidget *parent = nullptr);

    void setLook(const FigureLook &look); ///< Emits nothing.
    [[nodiscard]] FigureLook look() const;

signals:
    void changed();

private:
    void addPaper(QFormLayout &form);
    void addType(QFormLayout &form);
    void addSeries(QFormLayout &form);
    void fillChoices();
    void connectFields();
    void fill();
    void addFont(const QString &family);
    void takeVenue(int row);
    void takeSize(bool isWidth);
    void keepGolden();
    void tell();

    std::vector<VenuePreset> m_presets;
    FigureLook m_look; ///< What the fields cannot hold stays in it.
    bool m_isFilling = false;
    QComboBox *m_venue;
    QDoubleSpinBox *m_width;
    QDoubleSpinBox *m_height;
    QCheckBox *m_golden;
    QComboBox *m_font;
    std::array<QDoubleSpinBox *, 4> m_sizes{}; ///< In the order of the rows in the source file.
    QComboBox *m_palette;
    SegmentedSwitch *m_names;
    QComboBox *m_intervals;
    std::array<QCheckBox *, 4> m_switches{}; ///< In the order of the rows in the source file.
};

} // namespace Decayscope
