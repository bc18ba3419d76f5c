// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agreement/agreementreport.h>

#include <QWidget>

#include <array>

class QLabel;
class QTabWidget;

namespace Decayscope {

class AgreementBar;
class ClampedLabel;
class ConfusionView;
class PlainTable;
class StateOverlay;

/// How far two annotators agree: the number to be seen first, every coefficient with its interval and units or why
/// there is none, the confusion matrix, the categories, the rounds and what changed over time.
class AgreementView final : public QWidget
{
    Q_OBJECT

public:
    explicit AgreementView(QWidget *parent = nullptr);

    void setChoices(const QStringList &annotators, const std::vector<Sample> &samples);
    void setReport(const AgreementReport &report, const AgreementRequest &request);

    [[nodiscard]] AgreementBar *bar() const { return m_bar; }
    [[nodiscard]] ConfusionView *confusion() const { return m_confusion; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] QStringList headlines() const; ///< "κ 0.975 — …"
    [[nodiscard]] QStringList printedCoefficients() const;
    [[nodiscard]] QStringList printedCategories() const;
    [[nodiscard]] QStringList printedSteps() const; ///< Rounds and intra-rater.
    [[nodiscard]] QStringList printedDrift() const;

signals:
    void requestChanged(const Decayscope::AgreementRequest &request);
    void cellChosen(int by, int against); ///< Of the report's categories.

private:
    struct Headline
    {
        QLabel *number = nullptr;
        QLabel *note = nullptr;
    };

    [[nodiscard]] QWidget *makeHeadlines();
    [[nodiscard]] QWidget *makeConfusionTab();
    [[nodiscard]] QWidget *makeCoefficientTab();
    [[nodiscard]] QWidget *makeTimeTab();
    void showHeadlines(const AgreementReport &report);

    AgreementBar *m_bar;
    std::array<Headline, 3> m_headlines; ///< κ, accuracy, macro F1.
    QTabWidget *m_tabs;
    ConfusionView *m_confusion;
    PlainTable *m_twin;
    QLabel *m_axes;
    PlainTable *m_coefficients;
    PlainTable *m_categories;
    PlainTable *m_steps;
    PlainTable *m_drift;
    StateOverlay *m_noSteps;
    StateOverlay *m_noDrift;
    ClampedLabel *m_notes;
    QLabel *m_allNotes;
};

} // namespace Decayscope
