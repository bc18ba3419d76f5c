// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <pages/sidespage.h>
#include <shell/appearance.h>
#include <shell/comparisondesk.h>
#include <shell/palettes.h>
#include <shell/studycontroller.h>
#include <tables/tableview.h>
#include <verifiers/bothverifiers.h>
#include <widgets/stateoverlay.h>

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000;

} // namespace

/// The Differences page at work: sides chosen by itself, other studies, and what cannot be opened.
/// $DECAYSCOPE_SCREENSHOTS names a folder that keeps pictures, $DECAYSCOPE_SCREENSHOT_STORE another study to draw.
class TestComparing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sidesAreChosen();
    void anotherStudyIsCompared();
    void whatCannotBeOpenedIsSaid();
    void theSameSidesAreNotCompared();
    void draws_data();
    void draws();

private:
    void compared();

    Test::FreshUser m_user;
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<StudyController> m_study;
    std::unique_ptr<QWidget> m_window;
    SidesPage *m_page = nullptr;
    ComparisonDesk *m_desk = nullptr;
};

void TestComparing::initTestCase()
{
    m_path = qEnvironmentVariable("DECAYSCOPE_SCREENSHOT_STORE");
    if (m_path.isEmpty())
        m_path = Test::makeStudy(m_folder.path());
    QVERIFY(!m_path.isEmpty());
    m_study = std::make_unique<StudyController>(bothVerifiers());
    m_study->openStudy(m_path);
    QVERIFY(QTest::qWaitFor([this] { return m_study->snapshot() != nullptr; }, patience));
    m_window = std::make_unique<QWidget>();
    m_page = new SidesPage(m_window.get());
    m_desk = new ComparisonDesk(*m_study, *m_page, m_window.get());
    m_window->resize(1280, 720);
    m_page->resize(1200, 700);
    m_window->show();
}

void TestComparing::compared()
{
    QVERIFY(QTest::qWaitFor([this] { return !m_desk->isBusy(); }, patience));
}

void TestComparing::sidesAreChosen()
{
    m_desk->takeStudy();
    m_desk->show({}, ScoreChoice::Strict);
    QVERIFY(m_page->sides().a != m_page->sides().b);
    compared();
    QVERIFY(!m_page->table()->table().rows.empty());
    m_page->tabs()->setCurrentIndex(2);
    const auto &assertions = m_page->table()->table();
    QCOMPARE(assertions.name, u"compare-assertions"_s);
    QVERIFY(assertions.rows.size() > 100);
    m_page->tabs()->setCurrentIndex(0);
    m_desk->show({.levels = {0}}, ScoreChoice::Raw);
    compared();
    QCOMPARE(m_page->table()->table().rows.size(), std::size_t{2});
    m_desk->show({}, ScoreChoice::Strict);
    compared();
}

/// A copy of the study has the same numbers of runs and is another study all the same.
void TestComparing::anotherStudyIsCompared()
{
    const auto copy = m_folder.filePath(u"copy.decayscope"_s);
    QVERIFY(backUpStore(m_path, copy));
    const auto before = QFileInfo(copy).lastModified();
    m_page->setSides({});
    m_desk->openStudy(copy, true);
    QVERIFY(QTest::qWaitFor([this] { return !m_page->sides().b.study.isEmpty(); }, patience));
    compared();
    const auto &levels = m_page->table()->table();
    QVERIFY(!levels.rows.empty());
    QCOMPARE(levels.at(levels.rows.size() - 1, u"difference"), Cell(0.0));
    QSignalSpy told(m_page, &SidesPage::told);
    QSignalSpy runs(m_page, &SidesPage::runsRequested);
    m_page->table()->setCurrentIndex(m_page->table()->model()->index(0, 0));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QCOMPARE(runs.size(), 0); // They would be other runs here.
    QCOMPARE(told.size(), 1);
    QCOMPARE(QFileInfo(copy).lastModified(), before);
}

void TestComparing::whatCannotBeOpenedIsSaid()
{
    QFile file(m_folder.filePath(u"no.decayscope"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no study");
    file.close();
    QSignalSpy problems(m_desk, &ComparisonDesk::problem);
    const auto before = m_page->sides();
    m_desk->openStudy(file.fileName(), true);
    QVERIFY(QTest::qWaitFor([&] { return problems.size() == 1; }, patience));
    QVERIFY(problems.first().first().toString().contains(u"no.decayscope"));
    m_desk->openStudy(m_path, true);
    QCOMPARE(problems.size(), 2);
    QCOMPARE(m_page->sides(), before);
}

void TestComparing::theSameSidesAreNotCompared()
{
    m_page->setSides({});
    emit m_page->sidesChosen({});
    compared();
    const auto overlays = m_page->table()->findChildren<StateOverlay *>();
    QCOMPARE(overlays.size(), 1);
    QCOMPARE(overlays.first()->state().title, u"Both sides are the same"_s);
}

void TestComparing::draws_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (const auto size : {QSize(1280, 800), QSize(1920, 1080)}) {
        for (const bool dark : {false, true})
            QTest::addRow("%d %s", size.width(), dark ? "dark" : "light") << size << dark;
    }
}

void TestComparing::draws()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    Appearance appearance(*qApp);
    appearance.setScheme(dark ? Scheme::Dark : Scheme::Light);
    m_desk->takeStudy();
    m_desk->show({}, ScoreChoice::Strict);
    compared();
    m_page->resize(size - QSize(72, 96)); // What the window keeps for itself.
    const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS");
    for (int tab = 0; tab < m_page->tabs()->count(); ++tab) {
        m_page->tabs()->setCurrentIndex(tab);
        QTest::qWait(50);
        const auto image = m_page->grab().toImage();
        QCOMPARE(image.size(), m_page->size() * m_page->devicePixelRatio());
        QVERIFY((image.pixelColor(2, 2).lightness() < 128) == dark);
        if (!folder.isEmpty())
            QVERIFY(image.save(QStringLiteral("%1/differences-%2-%3-%4.png")
                    .arg(folder)
                    .arg(tab)
                    .arg(size.width())
                    .arg(dark ? u"dark" : u"light")));
    }
}

QTEST_MAIN(TestComparing)
#include "tst_comparing.moc"
