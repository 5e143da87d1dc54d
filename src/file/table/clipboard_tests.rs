//! What real programs put on the clipboard, in their own manner of HTML.

use super::read_html;

fn shown(html: &str) -> String {
    read_html(html).unwrap().to_string()
}

#[test]
fn word_says_a_table_among_its_styles_and_conditional_comments() {
    let html = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- table.MsoNormalTable {mso-style-name:"Tabella normale"; content:"<td>no</td>"} --></style></head>
<body lang=IT><!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=48 valign=top><p class=MsoNormal><b>N<o:p></o:p></b></p></td>
  <td><p class=MsoNormal><b>Descrizione<o:p></o:p></b></p></td><td colspan=2><p class=MsoNormal>2024</p></td></tr>
 <tr><td rowspan=2><p class=MsoNormal>1<o:p></o:p></p></td>
  <td><p class=MsoNormal>Partecipazione ai
   tavoli</p><p class=MsoNormal>tecnici</p></td><td>Almeno&nbsp;2</td><td><o:p>&nbsp;</o:p></td></tr>
 <tr><td><![if !supportEmptyParas]>Redazione &#8220;Fine mandato&#8221;<![endif]></td><td>Entro il 30/9</td><td>S&igrave;</td></tr>
</table><!--EndFragment--></body></html>"#;
    assert_eq!(
        shown(html),
        "N | Descrizione | 2024 | 2024\n1 | Partecipazione ai tavoli\ntecnici | Almeno 2 | \n1 | Redazione “Fine mandato” | Entro il 30/9 | Sì\n"
    );
}

#[test]
fn excel_says_a_fragment_with_hidden_rows_and_figures_that_did_not_fit() {
    let html = r#"<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General}</style></head>
<body><table border=0 style='width:192pt'><!--StartFragment-->
 <col width=64 style='mso-width-source:userset'><col width=64>
 <tr height=20><td height=20 class=xl65>Cod.</td><td>Peso</td></tr>
 <tr height=0 style='display:none'><td>nascosta</td><td>9</td></tr>
 <tr><td>A.1</td><td align=right x:num="0.65">65,00%</td></tr>
 <tr><td>A.2</td><td align=right x:num="1234.5">####</td></tr>
<!--EndFragment--></table></body></html>"#;
    assert_eq!(shown(html), "Cod. | Peso\nA.1 | 65,00%\nA.2 | 1234,5\n");
}

#[test]
fn libreoffice_and_google_say_values_beside_what_is_seen() {
    let libre = r#"<table cellspacing="0"><colgroup width="85"></colgroup><tr><td height="17" align="left">termine</td></tr>
<tr><td align="right" sdval="45107" sdnum="1040;0;DD/MM/YY"><font face="Liberation Sans">30/06/23</font></td></tr></table>"#;
    assert_eq!(shown(libre), "termine\n30/06/23\n");
    let google = r#"<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px}--></style>
<table dir="ltr" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody>
<tr><td data-sheets-value="{&quot;1&quot;:2}">Indicatore</td><td>Target 2024</td></tr>
<tr><td>Ore di<br/>formazione</td><td data-sheets-numberformat="x">≥ 80%</td></tr></tbody></table></google-sheets-html-origin>"#;
    assert_eq!(shown(google), "Indicatore | Target 2024\nOre di\nformazione | ≥ 80%\n");
}

#[test]
fn a_frame_around_a_table_is_no_table_and_a_table_in_a_cell_is_its_text() {
    let frame = "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>";
    assert_eq!(shown(frame), "a | b\n");
    let within = "<table><tr><td>x<table><tr><td>a</td><td>b</td></tr></table></td><td>y</td></tr></table>";
    assert_eq!(shown(within), "x\na b | y\n");
}

#[test]
fn lines_between_tables_stay_where_they_are() {
    let html = "<h2>Scheda 1</h2><p>Responsabile: <b>Direttore</b></p><table><tr><td>N<td>Descrizione<tr><td>1<td>Uno</table><p>fine";
    assert_eq!(shown(html), "Scheda 1 | \nResponsabile: Direttore | \n | \nN | Descrizione\n1 | Uno\n | \nfine | \n");
}

#[test]
fn scripts_and_pictures_are_never_text() {
    let html =
        "<table><tr><td>a<script>document.write('<td>x</td>')</script><img src=x onerror=alert(1)></td></tr></table>";
    assert_eq!(shown(html), "a\n");
}
