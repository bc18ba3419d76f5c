// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>
#include <labels/sample.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Decayscope {

class SegmentedSwitch;

/// The fields of a sample's design.
class SampleForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SampleForm(QWidget *parent = nullptr);

    void setChoices(const QStringList &annotators, const Codebook &codebook);
    void setDesign(const SampleDesign &design); ///< Emits nothing.
    [[nodiscard]] SampleDesign design() const;

signals:
    void changed();

private:
    void prepareFields();
    void layOut();
    void addPopulation(QFormLayout &form);
    void addAnnotators(QFormLayout &form);
    [[nodiscard]] QWidget *makeStrata();
    void connectFields();
    void tell();

    QLineEdit *m_title;
    SegmentedSwitch *m_purpose;
    QSpinBox *m_round;
    QComboBox *m_category;
    QComboBox *m_categoryBy;
    std::vector<QCheckBox *> m_strata; ///< In the order of StratumColumn.
    SegmentedSwitch *m_allocation;
    QSpinBox *m_size;
    QSpinBox *m_minimum;
    QLineEdit *m_seed;
    QLineEdit *m_annotators;
    QSpinBox *m_overlap;
    QSpinBox *m_repeats;
    QSpinBox *m_gap;
    QDoubleSpinBox *m_hours;
    QCheckBox *m_byFamily;
    QCheckBox *m_blind;
    QLineEdit *m_maskWords;
    bool m_isFilling = false;
};

} // namespace Decayscope
