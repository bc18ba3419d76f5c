// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>
#include <labels/sample.h>

#include <QWidget>

class QLabel;

namespace Decayscope {

class PlainTable;
class PrimaryButton;
class SampleForm;

/// What a design would draw, computed elsewhere.
struct SamplePreview
{
    std::vector<SampleStratum> strata;
    int items = 0; ///< That would be drawn.
    std::vector<int> perAnnotator; ///< Length of each queue with its repeats, in the order of the design.
    std::optional<double> kappaWidth; ///< Of the 95 % interval to expect.
    double expectedKappa = 0; ///< That the width was computed for.
    QStringList warnings; ///< Sentences.
    QString problem; ///< Why nothing can be drawn; empty when it can.
};

/// Where a sample is designed: what is asked for at the left, what it would give at the right.
class SampleDesigner final : public QWidget
{
    Q_OBJECT

public:
    explicit SampleDesigner(QWidget *parent = nullptr);

    /// Annotators whose labels can make strata and filters, and the codes to filter by.
    void setChoices(const QStringList &annotators, const Codebook &codebook);
    void setDesign(const SampleDesign &design); ///< Emits nothing.
    [[nodiscard]] SampleDesign design() const;
    void setPreview(const SamplePreview &preview);
    void setReadOnly(bool readOnly);

    [[nodiscard]] SampleForm *form() const { return m_form; }
    [[nodiscard]] QStringList printed() const; ///< The preview: strata, then sentences.

signals:
    void designChanged(const Decayscope::SampleDesign &design);
    void freezeRequested(const Decayscope::SampleDesign &design);
    void templateRequested(); ///< "50 logic errors, stratified".

private:
    [[nodiscard]] QWidget *makePreview();
    [[nodiscard]] QWidget *makeFormSide();
    void refreshFreeze();

    SampleForm *m_form;
    QLabel *m_items;
    QLabel *m_itemsNote;
    QLabel *m_width;
    QLabel *m_widthNote;
    PlainTable *m_strata;
    QLabel *m_warnings;
    PrimaryButton *m_freeze;
    bool m_isPossible = false;
    bool m_isReadOnly = false;
};

} // namespace Decayscope
