/** Feeds as the web has them: WordPress, a Netscape one, RSS 1.0, a blog in Atom, a JSON Feed. */
export const wordpress = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour &amp; Sons</title><atom:link href="https://harbour.example/feed/" rel="self" type="application/rss+xml" />
<link>https://harbour.example</link><description>News</description><language>en-GB</language>
<item><title>Boats &#8211; a year in &amp;quot;numbers&amp;quot;</title>
  <link>https://harbour.example/2026/boats/?utm_source=rss&amp;utm_medium=feed</link>
  <dc:creator><![CDATA[Ana Lima]]></dc:creator><pubDate>Fri, 20 Nov 2026 09:00:00 +0000</pubDate>
  <category><![CDATA[Boats]]></category><category><![CDATA[Boats]]></category><category>Years &amp; numbers</category>
  <guid isPermaLink="false">https://harbour.example/?p=17</guid>
  <description><![CDATA[<p>Forty boats, <b>two</b> ferries&hellip;</p><script>alert(1)</script><p>Read <a href="x">on</a></p>]]></description>
  <content:encoded><![CDATA[<p><img width="1" height="1" src="/pixel.gif"><img src="/pictures/boats.jpg" alt=""></p>]]></content:encoded></item>
<item><title>Ferry</title><link>/ferry</link><guid>17</guid><pubDate>not a date</pubDate>
  <media:content url="https://cdn.example/ferry.png" medium="image"/></item>
<item><title></title><guid>https://harbour.example/by-guid</guid><description>Only words, no title. &lt;br&gt;Second line</description>
  <pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item>
</channel></rss>`;

export const netscape = `<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Old news</title><link>http://old.example/</link><description>x</description>
<item><title>First</title><link>http://old.example/1</link><description>One</description></item></channel></rss>`;

export const rdf = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://rdf.example/"><title>Caf\u00e9 RDF</title><link>http://rdf.example/</link><description>d</description>
<items><rdf:Seq><rdf:li resource="http://rdf.example/1"/></rdf:Seq></items></channel>
<item rdf:about="http://rdf.example/1"><title>Entr\u00e9e</title><link>http://rdf.example/1</link><dc:date>2026-11-19T10:00:00Z</dc:date>
<dc:creator>Jos\u00e9</dc:creator><dc:subject>Food</dc:subject></item></rdf:RDF>`;

export const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/en/"><title type="html">Blog &lt;em&gt;of&lt;/em&gt; boats</title>
<link rel="self" href="feed.atom"/><link href="https://blog.example/"/><updated>2026-11-20T10:00:00Z</updated><id>tag:blog.example,2026:1</id>
<entry><title>How to use &lt;canvas&gt;</title><link rel="edit" href="/edit/1"/><link rel="alternate" type="text/html" href="posts/canvas"/>
<link rel="enclosure" type="image/jpeg" href="canvas.jpg"/>
<id>tag:blog.example,2026:canvas</id><published>2026-11-18T10:00:00+02:00</published><updated>2026-11-20T10:00:00Z</updated>
<author><name>Chidi</name></author><category term="web" label="The web"/>
<summary type="text">Not &lt;b&gt;bold&lt;/b&gt; at all</summary></entry>
<entry><title>XHTML</title><link href="posts/x"/><id>tag:blog.example,2026:x</id><updated>2026-11-17T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Inside <i>a</i> div</p><img src="in.png"/></div></content></entry></feed>`;

export const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'JSON boats',
  home_page_url: 'https://json.example/',
  items: [
    {
      ...{ id: 7, url: '/seven', title: 'Seven', content_text: 'Line one\nline two', tags: ['a', 'b'] },
      ...{ date_published: '2026-11-19T08:00:00-01:00', image: 'seven.png', authors: [{ name: 'Rita' }] },
    },
    { id: '8', external_url: 'https://elsewhere.example/8', content_html: '<p>Eight &amp; more</p>' },
  ],
});

/** An RSS document around some items. */
export const rss = (items: string, more = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title><link>https://site.example/</link>${more}${items}</channel></rss>`;

/** One item of RSS. */
export const rssItem = (number: number | string, more = '') =>
  `<item><title>Item ${number}</title><link>https://site.example/${number}</link><guid>https://site.example/${number}</guid>${more}</item>`;
