// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperfigures.h"

#include <exporting/captionform.h>
#include <exporting/exportpreview.h>
#include <exporting/figureexportdialog.h>
#include <exporting/preflightpanel.h>
#include <widgets/calmstyle.h>
#include <widgets/segmentedswitch.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

std::vector<VenuePreset> venues()
{
    auto neurips = paperLook();
    auto icml = paperLook();
    icml.venue = u"icml"_s;
    icml.width = 3.25;
    icml.height = 2.01;
    icml.textSize = 8;
    icml.tickSize = 7;
    return {{u"neurips"_s, u"NeurIPS"_s, u"its style file"_s, neurips},
        {u"icml"_s, u"ICML, one column"_s, u"its style file"_s, icml}};
}

FigureRecipe paperRecipe()
{
    FigureRecipe recipe{.figure = u"decay"_s};
    recipe.look = paperLook();
    return recipe;
}

/// Whoever has the keyboard, by the name people hear.
QString focused()
{
    const auto *widget = QApplication::focusWidget();
    return widget ? widget->accessibleName() : QString();
}

/// The field or button with a name, of those that are shown.
template <typename Widget>
Widget *named(const QWidget &dialog, const QString &name)
{
    for (auto *widget : dialog.findChildren<Widget *>()) {
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const auto text = button ? button->text().remove(u'&') : QString();
        if (widget->accessibleName() == name || text == name)
            return widget;
    }
    return nullptr;
}

} // namespace

class TestFigureExportDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FigureExportDialog> m_dialog;

    /// Waits until the checks have looked at the newest look.
    void waitForChecks()
    {
        QVERIFY(QTest::qWaitFor([&] { return !m_dialog->isChecking(); }));
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_dialog.get(), key, modifiers);
    }

    /// Buttons that are pressed by a key emit a moment later.
    void trigger(Qt::Key key, const QString &name)
    {
        auto *button = named<QAbstractButton>(*m_dialog, name);
        QVERIFY(button);
        QSignalSpy clicked(button, &QAbstractButton::clicked);
        press(key, Qt::AltModifier);
        QVERIFY(clicked.size() > 0 || clicked.wait());
    }

    void grabTo(const QString &name)
    {
        const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(m_dialog->grab().save(QDir(folder).filePath(u"export-"_s + name + u".png"_s)));
    }

private slots:
    void initTestCase()
    {
        if (!QFontDatabase::hasFamily(u"TeX Gyre Termes"_s))
            QSKIP("The font TeX Gyre Termes (package fonts-texgyre) is not installed.");
        QApplication::setStyle(new CalmStyle);
    }

    void init()
    {
        m_dialog = std::make_unique<FigureExportDialog>(venues());
        m_dialog->resize(1240, 760);
        m_dialog->setFigure(printedCurves(5), paperRecipe());
        static_cast<QWidget *>(m_dialog.get())->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        waitForChecks();
    }

    void cleanup() { m_dialog.reset(); }

    void beginsWithARecipeThatPasses()
    {
        QCOMPARE(m_dialog->windowTitle(), u"Export figure: Decay curves"_s);
        QVERIFY(!m_dialog->isModal());
        QCOMPARE(m_dialog->preflightPanel()->summary(), u"✓ 11 passed"_s);
        QCOMPARE(m_dialog->preflightPanel()->shownRows(), QStringList());
        QVERIFY(!m_dialog->preview()->paper()->picture().isNull());
        QCOMPARE(m_dialog->recipe().look, paperLook());
        qInfo().noquote() << m_dialog->captionForm()->shown();
        QVERIFY(!m_dialog->captionForm()->shown().isEmpty());
        QCOMPARE(m_dialog->captionForm()->own(), QString());
    }

    /// The picture is as many dots wide as the screen has on the figure's inches.
    void previewIsOfTrueSize()
    {
        const auto *screen = m_dialog->screen();
        const double dots = screen->physicalDotsPerInch() >= 60 && screen->physicalDotsPerInch() <= 400
            ? screen->physicalDotsPerInch()
            : screen->logicalDotsPerInch();
        QVERIFY(QTest::qWaitFor([&] {
            return m_dialog->preview()->paper()->picture().width()
                == qRound(5.5 * dots * m_dialog->preview()->devicePixelRatioF());
        }));
        emit m_dialog->preview()->zoom()->chosen(1);
        m_dialog->preview()->zoom()->setCurrent(2);
        emit m_dialog->preview()->zoom()->chosen(2);
        QVERIFY(QTest::qWaitFor([&] {
            return m_dialog->preview()->paper()->picture().width()
                == qRound(11 * dots * m_dialog->preview()->devicePixelRatioF());
        }));
    }

    void othersSeeOtherColours()
    {
        const auto full = m_dialog->preview()->paper()->picture();
        m_dialog->preview()->vision()->setCurrentIndex(1);
        QVERIFY(QTest::qWaitFor([&] { return m_dialog->preview()->paper()->picture() != full; }));
        const auto grey = m_dialog->preview()->paper()->picture();
        int coloured = 0;
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x) {
                const auto dot = grey.pixelColor(x, y);
                const auto [least, most] = std::minmax({dot.red(), dot.green(), dot.blue()});
                coloured += most - least > 3 ? 1 : 0; // Premultiplied colours are a little coarse.
            }
        }
        QCOMPARE(coloured, 0);
    }

    void aVenueBringsItsSizes()
    {
        QSignalSpy changed(m_dialog.get(), &FigureExportDialog::recipeChanged);
        press(Qt::Key_V, Qt::AltModifier);
        QCOMPARE(focused(), u"Venue"_s);
        auto *venue = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(venue);
        press(Qt::Key_Down);
        emit venue->activated(venue->currentIndex());
        QCOMPARE(m_dialog->recipe().look.venue, u"icml"_s);
        QCOMPARE(m_dialog->recipe().look.width, 3.25);
        QCOMPARE(m_dialog->recipe().look.height, 2.01);
        QCOMPARE(m_dialog->recipe().look.tickSize, 7.0);
        QVERIFY(changed.size() >= 1);
    }

    void heightKeepsTheGoldenRatio()
    {
        press(Qt::Key_W, Qt::AltModifier);
        QCOMPARE(focused(), u"Width"_s);
        auto *golden = named<QAbstractButton>(*m_dialog, u"Keep the golden ratio"_s);
        QVERIFY(golden && golden->isChecked());
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"4"_s);
        press(Qt::Key_Tab);
        QCOMPARE(m_dialog->recipe().look.width, 4.0);
        QCOMPARE(m_dialog->recipe().look.height, 2.47);
        golden->setChecked(false);
        press(Qt::Key_W, Qt::AltModifier);
        press(Qt::Key_Up);
        press(Qt::Key_Tab);
        QCOMPARE(m_dialog->recipe().look.width, 4.05);
        QCOMPARE(m_dialog->recipe().look.height, 2.47);
    }

    void mnemonicsReachEveryField_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("name");
        QTest::newRow("seen by") << Qt::Key_B << u"Seen by"_s;
        QTest::newRow("font") << Qt::Key_F << u"Font"_s;
        QTest::newRow("text") << Qt::Key_T << u"Text, in points"_s;
        QTest::newRow("ticks") << Qt::Key_K << u"Ticks, in points"_s;
        QTest::newRow("lines") << Qt::Key_L << u"Lines, in points"_s;
        QTest::newRow("colours") << Qt::Key_O << u"Colours"_s;
        QTest::newRow("intervals") << Qt::Key_I << u"Intervals"_s;
        QTest::newRow("axis") << Qt::Key_Y << u"Y from"_s;
        QTest::newRow("caption") << Qt::Key_C << u"Caption"_s;
    }

    void mnemonicsReachEveryField()
    {
        QFETCH(Qt::Key, key);
        QFETCH(QString, name);
        press(key, Qt::AltModifier);
        QCOMPARE(focused(), name);
    }

    void everythingHasANameAndATip()
    {
        QStringList nameless;
        QStringList tipless;
        for (const auto *widget : m_dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_dialog.get())
                || qobject_cast<const QLabel *>(widget) || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
                nameless << QString::fromLatin1(widget->metaObject()->className());
            else if (widget->toolTip().isEmpty() && !qobject_cast<const QScrollArea *>(widget)
                && !(button && !button->toolTip().isEmpty())
                && !qobject_cast<const SegmentedSwitch *>(widget->parent()))
                tipless << (button ? button->text() : widget->accessibleName());
        }
        qInfo().noquote() << "nameless:" << nameless.join(u' ') << "without a tip:" << tipless.join(u", "_s);
        QCOMPARE(nameless, QStringList());
    }

    void anAxisIsCutAndMadeWhole()
    {
        press(Qt::Key_Y, Qt::AltModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"20"_s);
        press(Qt::Key_Tab);
        QVERIFY(m_dialog->recipe().view.y);
        QCOMPARE(m_dialog->recipe().view.y->minimum, 20.0);
        QCOMPARE(m_dialog->recipe().view.y->maximum, 100.0);
        QVERIFY(!m_dialog->recipe().view.x);
        auto *whole = named<QToolButton>(*m_dialog, u"Whole"_s);
        QVERIFY(whole);
        whole->click();
        QVERIFY(!m_dialog->recipe().view.y);
    }

    void hiddenSeriesAreNamedAndShownAgain()
    {
        auto recipe = paperRecipe();
        recipe.view.hidden = {u"Qwen3-235B"_s};
        m_dialog->setFigure(printedCurves(5), recipe);
        auto *all = named<QToolButton>(*m_dialog, u"Show all"_s);
        QVERIFY(all && all->isVisibleTo(m_dialog.get()));
        all->click();
        QVERIFY(m_dialog->recipe().view.isWhole());
        QVERIFY(!all->isVisibleTo(m_dialog.get()));
    }

    void aCaptionIsOnesOwnUntilItIsReset()
    {
        auto *edit = m_dialog->captionForm()->edit();
        const auto written = m_dialog->captionForm()->shown();
        press(Qt::Key_C, Qt::AltModifier);
        press(Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(edit, u" Mine."_s);
        QCOMPARE(m_dialog->recipe().caption, written + u" Mine."_s);
        named<QAbstractButton>(*m_dialog, u"Copy the caption"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), written + u" Mine."_s);
        QCOMPARE(m_dialog->message(), u"The caption is on the clipboard."_s);
        named<QAbstractButton>(*m_dialog, u"Let the program write the caption again"_s)->click();
        QCOMPARE(m_dialog->recipe().caption, QString());
        QCOMPARE(edit->toPlainText(), written);
    }

    void whatFailsStopsTheExportUntilItIsFixed()
    {
        auto recipe = paperRecipe();
        recipe.look.tickSize = 5;
        m_dialog->setFigure(printedCurves(5), recipe);
        waitForChecks();
        qInfo().noquote() << m_dialog->preflightPanel()->summary()
                          << m_dialog->preflightPanel()->shownRows().join(u" | "_s);
        QCOMPARE(m_dialog->preflightPanel()->summary(), u"✗ 1 failed   ✓ 10 passed"_s);
        QSignalSpy wanted(m_dialog.get(), &FigureExportDialog::exportRequested);
        trigger(Qt::Key_X, u"Export…"_s);
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(m_dialog->message(), u"Some checks failed. Fix them, or write down why they do not matter here."_s);
        QCOMPARE(focused(), u"Reason to export although this failed: Text size"_s);
        grabTo(u"failed"_s);
        named<QAbstractButton>(*m_dialog, u"Fix: Text size"_s)->click();
        QCOMPARE(m_dialog->recipe().look.tickSize, 7.0);
        waitForChecks();
        QCOMPARE(m_dialog->preflightPanel()->summary(), u"✓ 11 passed"_s);
        trigger(Qt::Key_X, u"Export…"_s);
        QCOMPARE(wanted.size(), 1);
        const auto request = wanted.first().first().value<FigureExportRequest>();
        QCOMPARE(request.recipe.look.tickSize, 7.0);
        QCOMPARE(request.parts, std::set({ExportPart::Pdf, ExportPart::Tex}));
    }

    void aReasonLetsAFailurePass()
    {
        auto recipe = paperRecipe();
        recipe.look.lineWidth = 0.2;
        m_dialog->setFigure(printedCurves(5), recipe);
        waitForChecks();
        QSignalSpy wanted(m_dialog.get(), &FigureExportDialog::exportRequested);
        trigger(Qt::Key_X, u"Export…"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"A poster of hairlines."_s);
        QCOMPARE(m_dialog->recipe().overrides.size(), 1U);
        QCOMPARE(m_dialog->recipe().overrides.begin()->second, u"A poster of hairlines."_s);
        waitForChecks();
        QCOMPARE(m_dialog->preflightPanel()->summary(), u"✎ 1 excused   ✓ 10 passed"_s);
        trigger(Qt::Key_X, u"Export…"_s);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_dialog->preflightPanel()->shownRows().size(), 1);
    }

    void nothingTickedIsNothingToWrite()
    {
        QSignalSpy wanted(m_dialog.get(), &FigureExportDialog::exportRequested);
        m_dialog->setParts({});
        trigger(Qt::Key_X, u"Export…"_s);
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(m_dialog->message(), u"Tick at least one file to write, such as PDF."_s);
        m_dialog->setParts({ExportPart::Svg});
        trigger(Qt::Key_X, u"Export…"_s);
        QCOMPARE(wanted.size(), 1);
    }

    void intentsGoOutAndResultsComeBack()
    {
        QSignalSpy saved(m_dialog.get(), &FigureExportDialog::recipeSaveRequested);
        QSignalSpy copied(m_dialog.get(), &FigureExportDialog::clipboardRequested);
        QSignalSpy remembered(m_dialog.get(), &FigureExportDialog::partsChanged);
        trigger(Qt::Key_S, u"Save recipe…"_s);
        trigger(Qt::Key_P, u"Copy picture"_s);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(copied.size(), 1);
        named<QAbstractButton>(*m_dialog, u"Write SVG"_s)->click();
        QCOMPARE(remembered.size(), 1);
        QVERIFY(m_dialog->parts().contains(ExportPart::Svg));
        m_dialog->showProgress(u"Writing …"_s);
        QVERIFY(!named<QAbstractButton>(*m_dialog, u"Export…"_s)->isEnabled());
        m_dialog->showResult(u"Cannot write there."_s, true);
        QVERIFY(named<QAbstractButton>(*m_dialog, u"Export…"_s)->isEnabled());
        QCOMPARE(m_dialog->message(), u"Cannot write there."_s);
        trigger(Qt::Key_A, u"Anonymous, for double-blind review"_s);
        QVERIFY(m_dialog->recipe().anonymous);
        press(Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void aFigureThatCannotBeDrawnSaysSo()
    {
        auto recipe = paperRecipe();
        recipe.look.font = u"Nowhere Sans"_s;
        m_dialog->setFigure(printedCurves(5), recipe);
        waitForChecks();
        QVERIFY(m_dialog->preview()->paper()->picture().isNull());
        QVERIFY(m_dialog->preflightPanel()->summary().startsWith(u"✗ "_s));
        named<QAbstractButton>(*m_dialog, u"Fix: Fonts"_s)->click();
        waitForChecks();
        QVERIFY(!m_dialog->preview()->paper()->picture().isNull());
        QCOMPARE(m_dialog->recipe().look.font, u"TeX Gyre Termes"_s);
    }

    void followsTheDarkScheme()
    {
        const auto usual = QApplication::palette();
        QPalette dark(QColor(45, 48, 52));
        dark.setColor(QPalette::Base, QColor(30, 32, 36));
        QApplication::setPalette(dark);
        m_dialog->preview()->zoom()->setCurrent(3);
        emit m_dialog->preview()->zoom()->chosen(3);
        QTest::qWait(0);
        grabTo(u"dark"_s);
        const auto &picture = m_dialog->preview()->paper()->picture();
        QCOMPARE(picture.pixelColor(1, 1), QColor(Qt::white)); // Paper stays paper.
        QApplication::setPalette(usual);
    }

    /// Whatever size the desktop's text has, every button stays in the window.
    void fitsWithLargeText()
    {
        const auto usual = QApplication::font();
        grabTo(u"usual"_s);
        auto large = usual;
        large.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(large);
        cleanup();
        init();
        m_dialog->resize(1280, 800);
        QTest::qWait(50);
        grabTo(u"large-text"_s);
        QVERIFY(m_dialog->width() <= 1280 && m_dialog->height() <= 800);
        for (const auto &name : {u"Export…"_s, u"Close"_s, u"Save recipe…"_s, u"Copy picture"_s}) {
            const auto *button = named<QAbstractButton>(*m_dialog, name);
            const QRect place(button->mapTo(m_dialog.get(), QPoint()), button->size());
            qInfo().noquote() << name << place;
            QVERIFY(m_dialog->rect().contains(place));
            QVERIFY(button->width() >= button->sizeHint().width());
        }
        QApplication::setFont(usual);
    }
};

QTEST_MAIN(TestFigureExportDialog)
#include "tst_figureexportdialog.moc"
