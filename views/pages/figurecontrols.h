// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurecatalogue.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QToolButton;

namespace Decayscope {

class SegmentedSwitch;

/// What can be chosen of a figure besides the filter and the score: only what the figure looks at is shown.
class FigureControls final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureControls(QWidget *parent = nullptr);

    void setAnnotators(const QStringList &annotators);
    void setChoice(const FigureInfo &info, const FigureRequest &request); ///< Emits nothing.

    /// The request that was set, with what is chosen here.
    [[nodiscard]] const FigureRequest &request() const { return m_request; }

signals:
    void chosen(const Decayscope::FigureRequest &request);
    void pricesRequested();

private:
    void connectControls();
    void take(); ///< Reads the controls and tells.
    void showFacets(const FigureInfo &info);
    void showAnnotators();
    [[nodiscard]] QWidget *labelled(const QString &text, QComboBox *field);

    FigureRequest m_request;
    QStringList m_annotators;
    SegmentedSwitch *m_metric;
    SegmentedSwitch *m_chains;
    QComboBox *m_facet;
    QCheckBox *m_published;
    QCheckBox *m_pipeline;
    QComboBox *m_grouping;
    SegmentedSwitch *m_detail;
    QComboBox *m_by;
    QComboBox *m_against;
    SegmentedSwitch *m_tokens;
    QToolButton *m_prices;
    std::vector<std::pair<FigureOption, QWidget *>> m_parts; ///< What is shown for an option.
    QWidget *m_annotatorPart = nullptr;
    QWidget *m_againstPart = nullptr;
};

} // namespace Decayscope
